package org.fixtureferry.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fixtureferry.mysql.ComparedColumn;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Wording;
import org.fixtureferry.verify.RowDifference.Kind;

/** Turns what differs in a table into findings; only now are values read, of the rows listed. */
final class DescribeDifferences {
  private final Side source;
  private final Side target;

  DescribeDifferences(Side source, Side target) {
    this.source = source;
    this.target = target;
  }

  List<Finding> describe(TablePair pair, TableDifferences differences) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (RowDifference each : differences.listed()) {
      switch (each.kind()) {
        case MISSING, EXTRA -> findings.add(oneSided(pair, each));
        case DIFFERS -> {
          for (int place : each.columns()) {
            findings.add(differs(pair, each.key(), place));
          }
        }
      }
    }
    for (Kind kind : Kind.values()) {
      if (differences.unlisted(kind) > 0) {
        findings.add(unlisted(pair, kind, differences.unlisted(kind)));
      }
    }
    return findings;
  }

  private static Finding oneSided(TablePair pair, RowDifference row) {
    boolean missing = row.kind() == Kind.MISSING;
    String where =
        missing ? " is at the source, not at the target." : " is at the target, not at the source.";
    String check = check(pair, row.kind());
    if (pair.relation().isEmpty()) {
      String pk = pair.printed(row.key());
      return Finding.of(check, Severity.STOPS, pair.source().model() + " " + pk + where)
          .at(pair.source().model(), pair.table())
          .ofRow(pk);
    }
    RelationKey ends = RelationKey.of(row.key());
    String field = pair.relation().get();
    String text = pair.source().model() + " " + row.key() + ": a row of " + field + where;
    return Finding.of(check, Severity.STOPS, text)
        .at(pair.source().model(), pair.table())
        .inColumn(pair.model().manyToMany(field).orElseThrow().reverseColumn(), field)
        .ofRow(ends.owner())
        .withValues(missing ? ends.otherEnd() : null, missing ? null : ends.otherEnd());
  }

  private Finding differs(TablePair pair, String key, int place) throws SQLException {
    ComparedColumn column = pair.source().columns().get(place);
    ShownValues values =
        ShownValues.read(
            new ReadValue(source.connection(), pair.source(), column, key),
            new ReadValue(
                target.connection(), pair.target(), pair.target().columns().get(place), key),
            column.secret());
    String pk = pair.printed(key);
    // What is left to differ in a row that natural keys match is its description: Django makes it
    // anew, and nothing reads it but people.
    Severity severity = pair.isMatched() ? Severity.LOOK : Severity.STOPS;
    String text =
        pair.source().model()
            + " "
            + pk
            + ": "
            + column.field()
            + " differs"
            + values.remark()
            + ".";
    return Finding.of(check(pair, Kind.DIFFERS), severity, text)
        .at(pair.source().model(), pair.table())
        .inColumn(column.column(), column.field())
        .ofRow(pk)
        .withValues(values.source(), values.target());
  }

  private static Finding unlisted(TablePair pair, Kind kind, long rows) {
    String more = Wording.count(rows, "row more", "rows more");
    String text =
        switch (kind) {
          case MISSING -> pair.table() + ": " + more + " at the source, not at the target.";
          case EXTRA -> pair.table() + ": " + more + " at the target, not at the source.";
          case DIFFERS -> pair.table() + ": " + more + " with another value.";
        };
    Severity severity = kind == Kind.DIFFERS && pair.isMatched() ? Severity.LOOK : Severity.STOPS;
    return Finding.of(check(pair, kind), severity, text)
        .at(pair.source().model(), pair.table())
        .inColumn(null, pair.source().field())
        .counting(rows, List.of());
  }

  /** "row-missing"; of a model that is matched by natural key, "content-type-missing". */
  private static String check(TablePair pair, Kind kind) {
    String what = pair.isMatched() ? pair.model().verboseName().replace(' ', '-') : "row";
    return what + "-" + kind.name().toLowerCase(Locale.ROOT);
  }
}
