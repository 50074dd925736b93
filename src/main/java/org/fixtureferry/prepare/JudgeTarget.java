package org.fixtureferry.prepare;

import static org.fixtureferry.report.Finding.of;
import static org.fixtureferry.report.Severity.LOOK;
import static org.fixtureferry.report.Severity.STOPS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.DatabaseContents.Counted;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.report.Finding;

/** Says what is wrong, or remarkable, about what the target holds. */
final class JudgeTarget {
  private final Profile profile;
  private final Database target;
  private final Situation found;

  JudgeTarget(Profile profile, Database target, Situation found) {
    this.profile = profile;
    this.target = target;
    this.found = found;
  }

  /**
   * What a person should know of it.
   *
   * @param standing whether the tables that stand are meant to stay
   */
  List<Finding> findings(boolean standing) {
    List<Finding> findings = new ArrayList<>(found.wanted().findings());
    findings.addAll(found.misfits());
    if (standing) {
      found.faults().forEach(fault -> findings.add(withNextStep(fault)));
    }
    for (String view : found.contents().views()) {
      findings.add(
          found.wanted().tables().containsKey(view)
              ? of(
                      "target-schema",
                      STOPS,
                      "A view "
                          + view
                          + " of the target stands where a table belongs. Drop it, or take another"
                          + " database.")
                  .at(null, view)
              : of("target-schema", LOOK, "View " + view + " of the target is left as it is.")
                  .at(null, view));
    }
    String collation = found.contents().collation();
    if (collation != null && !collation.startsWith("utf8")) {
      findings.add(
          of(
              "target-charset",
              LOOK,
              "The target's own default is "
                  + collation
                  + "; our tables are made "
                  + profile.collation()
                  + " all the same. For tables made later: ALTER DATABASE "
                  + Identifier.quote(target.endpoint().database())
                  + " CHARACTER SET "
                  + profile.charset()
                  + " COLLATE "
                  + profile.collation()
                  + "."));
    }
    return findings;
  }

  private Finding withNextStep(Finding fault) {
    return of(
            fault.check(),
            fault.severity(),
            fault.text()
                + " Mend it there, or have all tables of the database dropped and made again with"
                + " --overwrite "
                + target.endpoint().database()
                + ".")
        .at(
            profile.modelOfTable(fault.table()).map(model -> model.label()).orElse(null),
            fault.table())
        .inColumn(fault.column(), null)
        .decide(List.of("stop"), null);
  }

  /** Whose it is by its mark; null where it has none. */
  String madeFor() {
    String owners =
        found.marks().stream()
            .map(mark -> mark.source() + " (" + mark.profile() + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    return owners.isEmpty() ? null : owners;
  }

  /** Why nothing of it may be touched without a word. */
  String refusal() {
    List<Counted> tables = found.contents().tables();
    return "Preparing "
        + target
        + ": the database is not empty"
        + (madeFor() == null ? "" : " (it was prepared for " + madeFor() + ")")
        + ". It holds "
        + found.contents().listed()
        + ". Nothing was touched. Take another database, or give --overwrite "
        + target.endpoint().database()
        + (tables.isEmpty()
            ? " to use it as it is."
            : " to have "
                + (tables.size() == 1 ? "this table" : "these " + tables.size() + " tables")
                + " dropped.");
  }
}
