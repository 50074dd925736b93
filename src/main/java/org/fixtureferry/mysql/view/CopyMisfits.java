package org.fixtureferry.mysql.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixtureferry.django.Column;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Wording;

/** Texts of copied tables and columns that the target's charset cannot hold as they are. */
public final class CopyMisfits {
  private CopyMisfits() {}

  /**
   * @param catalog the source's columns by table and name
   */
  public static List<Finding> of(
      Connection connection, DecidedSchema decided, Map<String, Map<String, CatalogColumn>> catalog)
      throws SQLException {
    Map<String, List<Column>> copied = new LinkedHashMap<>(decided.columns());
    decided.tables().forEach(table -> copied.put(table.name(), table.columns()));
    String charset = decided.profile().charset();
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, List<Column>> table : copied.entrySet()) {
      for (Column column : table.getValue()) {
        CatalogColumn found = catalog.get(table.getKey()).get(column.name());
        if (found.charset().filter(name -> name.startsWith("utf8")).isEmpty()) {
          continue;
        }
        long rows =
            Sql.number(
                connection,
                "SELECT COUNT(*) FROM "
                    + Identifier.quote(table.getKey())
                    + " t WHERE "
                    + NotUtf8.is(Lookups.column("t", column.name()), charset));
        if (rows > 0) {
          findings.add(finding(decided, table.getKey(), column.name(), rows));
        }
      }
    }
    return findings;
  }

  private static Finding finding(DecidedSchema decided, String table, String column, long rows) {
    return Finding.of(
            "does-not-fit",
            Severity.STOPS,
            table
                + "."
                + column
                + ": "
                + Wording.count(rows, "row")
                + " to be copied with bytes that the target's "
                + decided.profile().charset()
                + " cannot hold. Mend them at the source, or leave them behind.")
        .at(decided.profile().modelOfTable(table).map(model -> model.label()).orElse(null), table)
        .inColumn(column, null)
        .counting(rows, List.of())
        .decide(List.of("stop"), null);
  }
}
