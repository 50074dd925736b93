package org.fixtureferry.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.django.ForeignKey;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/** Whether the target declares every foreign key that the profile declares, whatever its name. */
final class CheckForeignKeys {
  private static final String CHECK = "foreign-keys";

  private final Profile profile;
  private final Owners owners;
  private final Side target;

  CheckForeignKeys(Profile profile, Owners owners, Side target) {
    this.profile = profile;
    this.owners = owners;
    this.target = target;
  }

  Outcome check() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (Table table : profile.tables()) {
      List<ForeignKey> actual = at(table);
      table.foreignKeys().stream()
          .filter(key -> !holds(actual, key))
          .map(key -> finding(table, key, Severity.STOPS, "is missing"))
          .forEach(findings::add);
      actual.stream()
          .filter(key -> !holds(table.foreignKeys(), key))
          .map(key -> finding(table, key, Severity.LOOK, "is one too many"))
          .forEach(findings::add);
    }
    findings.addAll(acting());
    return Outcome.of(CHECK, findings);
  }

  /** Django declares no ON DELETE and no ON UPDATE: a row that is needed can never go. */
  private List<Finding> acting() throws SQLException {
    return Sql.list(
        target.connection(),
        Sql.named("list-acting-foreign-keys"),
        row ->
            Finding.of(
                    CHECK,
                    Severity.STOPS,
                    "%s at the target: foreign key %s acts by itself (ON DELETE %s, ON UPDATE %s)."
                        .formatted(
                            row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .at(owners.label(row.getString(1)), row.getString(1)),
        target.database().endpoint().database());
  }

  /** How many of them exist. */
  long count() {
    return profile.tables().stream()
        .mapToLong(
            table -> table.foreignKeys().stream().filter(key -> holds(at(table), key)).count())
        .sum();
  }

  private List<ForeignKey> at(Table table) {
    return Optional.ofNullable(target.schema().get(table.name()))
        .map(Table::foreignKeys)
        .orElse(List.of());
  }

  private static boolean holds(List<ForeignKey> keys, ForeignKey wanted) {
    return keys.stream()
        .anyMatch(
            key ->
                key.column().equals(wanted.column())
                    && key.toTable().equals(wanted.toTable())
                    && key.toColumn().equals(wanted.toColumn()));
  }

  private Finding finding(Table table, ForeignKey key, Severity severity, String what) {
    String text =
        "%s at the target: foreign key %s → %s.%s %s."
            .formatted(table.name(), key.column(), key.toTable(), key.toColumn(), what);
    return Finding.of(CHECK, severity, text)
        .at(owners.label(table.name()), table.name())
        .inColumn(key.column(), null);
  }
}
