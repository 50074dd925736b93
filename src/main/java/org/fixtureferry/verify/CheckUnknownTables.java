package org.fixtureferry.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixtureferry.django.Model;
import org.fixtureferry.mysql.view.DecidedSchema;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Wording;

/** Names the tables and columns that no model knows: what they hold is not compared. */
final class CheckUnknownTables {
  private final DecidedSchema decided;
  private final Owners owners;
  private final Side source;
  private final Side target;

  CheckUnknownTables(DecidedSchema decided, Owners owners, Side source, Side target) {
    this.decided = decided;
    this.owners = owners;
    this.source = source;
    this.target = target;
  }

  /** Rows of the source's tables that no model knows, by table. */
  Map<String, Long> leftBehind() throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : source.tables().keySet()) {
      boolean unknown = owners.label(table) == null && !table.equals(Owners.OUR_TABLE);
      if (unknown && !decided.copies(table)) {
        rows.put(table, source.count(table));
      }
    }
    return rows;
  }

  Outcome check(Map<String, Long> leftBehind) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    List<String> unchecked = new ArrayList<>();
    leftBehind.forEach(
        (table, rows) -> {
          if (!target.has(table)) {
            findings.add(leftBehind(table, rows));
          } else if (rows > 0) {
            unchecked.add(
                "Table " + table + " is on both sides, and no model says how to compare it.");
          }
        });
    for (String table : target.tables().keySet()) {
      if (!owners.know(table) && !table.equals(Owners.OUR_TABLE) && !source.has(table)) {
        findings.add(onlyInTarget(table, target.count(table)));
      }
    }
    decided.profile().models().forEach(model -> findings.addAll(unknownColumns(model)));
    return new Outcome("unknown-tables", findings, unchecked);
  }

  private static Finding leftBehind(String table, long rows) {
    return Finding.of(
            "left-behind",
            Severity.LOOK,
            "No model knows table %s, which stays behind at the source with %s."
                .formatted(table, Wording.count(rows, "row", "rows")))
        .at(null, table)
        .counting(rows, List.of());
  }

  private static Finding onlyInTarget(String table, long rows) {
    return Finding.of(
            "unknown-table",
            Severity.LOOK,
            "Table %s at the target belongs to no model and not to the source; it holds %s."
                .formatted(table, Wording.count(rows, "row", "rows")))
        .at(null, table)
        .counting(rows, List.of());
  }

  private List<Finding> unknownColumns(Model model) {
    return source.columns().getOrDefault(model.table(), Map.of()).keySet().stream()
        .filter(column -> model.fieldOfColumn(column).isEmpty())
        .map(
            column ->
                Finding.of(
                        "left-behind",
                        Severity.LOOK,
                        "No model knows column "
                            + column
                            + " of table "
                            + model.table()
                            + ": its values stay behind at the source.")
                    .at(model.label(), model.table())
                    .inColumn(column, null))
        .toList();
  }
}
