package org.fixtureferry.connect;

import static org.fixtureferry.report.Finding.of;
import static org.fixtureferry.report.Severity.FINE;
import static org.fixtureferry.report.Severity.LOOK;
import static org.fixtureferry.report.Severity.STOPS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.SchemaComparison;
import org.fixtureferry.mysql.view.DecidedSchema;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Wording;

/** Judges the source's tables and columns against the profile. */
final class CheckSchema {
  private static final List<String> STOP = List.of("stop");
  private static final List<String> LEAVE_BEHIND = List.of("leave-behind");
  private static final List<String> LEAVE_BEHIND_OR_COPY = List.of("leave-behind", "copy");

  private CheckSchema() {}

  static void unknown(SourceSchema schema, List<SurveyedTable> tables, Findings findings) {
    findings.check("unknown-table");
    for (SurveyedTable table : tables) {
      if (schema.unknownTables().contains(table.name())) {
        findings.add(
            of(
                    "unknown-table",
                    LOOK,
                    "Table "
                        + table.name()
                        + (table.rows() < 0 ? "" : " (" + table.rows() + " rows)")
                        + " is unknown to the profile: it stays behind, unless it is copied as it is.")
                .at(null, table.name())
                .counting(Math.max(0, table.rows()), List.of())
                .decide(LEAVE_BEHIND_OR_COPY, null)
                .having(
                    Map.of(
                        "leave-behind",
                        "leaves its " + Wording.count(Math.max(0, table.rows()), "row") + " behind",
                        "copy",
                        "makes it on InnoDB and copies its "
                            + Wording.count(Math.max(0, table.rows()), "row"))));
      }
    }
    findings.check("unknown-column");
    for (UnknownColumn column : schema.unknownColumns()) {
      boolean copyable = DecidedSchema.takesColumns(schema.profile(), column.table());
      findings.add(
          of(
                  "unknown-column",
                  LOOK,
                  "Column "
                      + column.table()
                      + "."
                      + column.column()
                      + " ("
                      + column.type()
                      + ") is unknown to the profile: it stays behind"
                      + (copyable ? ", unless it is copied." : "."))
              .at(schema.owner(column.table()), column.table())
              .inColumn(column.column(), null)
              .decide(copyable ? LEAVE_BEHIND_OR_COPY : LEAVE_BEHIND, null)
              .having(
                  Map.of(
                      "leave-behind",
                      "leaves its values behind",
                      "copy",
                      "adds it to the target's table and copies its values")));
    }
  }

  static void missing(SourceSchema schema, Findings findings) {
    findings.check("missing-table");
    for (String table : schema.missingTables()) {
      findings.add(
          of(
                  "missing-table",
                  STOPS,
                  "The source has no table "
                      + table
                      + ", which the profile expects. Is it the right database and profile?")
              .at(schema.owner(table), table)
              .decide(STOP, null));
    }
    findings.check("missing-column");
    for (String each : schema.missingColumns()) {
      String table = each.substring(0, each.indexOf('.'));
      findings.add(
          of(
                  "missing-column",
                  STOPS,
                  "The source has no column "
                      + each
                      + ", which the profile expects. Is a migration missing?")
              .at(schema.owner(table), table)
              .inColumn(each.substring(table.length() + 1), null)
              .decide(STOP, null));
    }
  }

  /** A type of another family; lengths of text are none of it, the target follows them. */
  static void types(SourceSchema schema, Findings findings) {
    findings.check("column-type");
    for (CatalogColumn actual : schema.columns()) {
      schema
          .profile()
          .table(actual.table())
          .flatMap((Table table) -> table.column(actual.column().name()))
          .filter(expected -> !family(expected.type()).equals(family(actual.column().type())))
          .ifPresent(
              expected ->
                  findings.add(
                      of(
                              "column-type",
                              LOOK,
                              "Column "
                                  + actual.table()
                                  + "."
                                  + expected.name()
                                  + " is "
                                  + actual.column().type()
                                  + ", and will be "
                                  + expected.type()
                                  + ". A value that does not fit stops the load.")
                          .at(schema.owner(actual.table()), actual.table())
                          .inColumn(expected.name(), null)));
    }
  }

  static void charsets(SourceSchema schema, Findings findings) {
    findings.check("charset");
    Map<String, List<CatalogColumn>> byTable =
        schema.inOtherCharsets().stream()
            .collect(
                Collectors.groupingBy(
                    CatalogColumn::table, LinkedHashMap::new, Collectors.toList()));
    byTable.forEach(
        (table, columns) ->
            findings.add(
                of(
                        "charset",
                        LOOK,
                        "Table "
                            + table
                            + " holds text that is not utf8: "
                            + columns.stream()
                                .map(each -> each.column().name() + " " + each.charset().orElse(""))
                                .collect(Collectors.joining(", "))
                            + ". It is converted; look at some accented letters afterwards.")
                    .at(schema.owner(table), table)
                    .inColumn(columns.size() == 1 ? columns.get(0).column().name() : null, null)
                    .counting(
                        columns.size(),
                        columns.stream()
                            .map(
                                each ->
                                    new Finding.Sample(
                                        each.column().name(), each.charset().orElse("")))
                            .toList())));
  }

  static void programs(List<String> programs, List<String> unseen, Findings findings) {
    findings.check("programs");
    for (String program : programs) {
      findings.add(
          of(
              "programs",
              LOOK,
              "The source has the " + program + ": the crossing does not carry it."));
    }
    if (!unseen.isEmpty()) {
      findings.add(
          of(
              "programs",
              LOOK,
              "The account cannot see "
                  + String.join(", ", unseen)
                  + " of the source; if there are any, the crossing does not carry them. Ask the"
                  + " server's administrator."));
    }
  }

  static void autoIncrement(SurveyedTable table, long greatest, Findings findings) {
    if (table.autoIncrement() > greatest + 1) {
      findings.add(
          of(
                  "auto-increment",
                  FINE,
                  "Table "
                      + table.name()
                      + " will give "
                      + table.autoIncrement()
                      + " as its next id, its greatest is "
                      + greatest
                      + ": carried over, so that no deleted row's id is given out again.")
              .at(table.model(), table.name()));
    }
  }

  private static String family(String type) {
    return SchemaComparison.comparableType(type)
        .replaceAll("^((?:var)?(?:char|binary))\\(\\d+\\)", "$1");
  }
}
