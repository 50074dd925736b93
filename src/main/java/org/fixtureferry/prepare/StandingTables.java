package org.fixtureferry.prepare;

import static org.fixtureferry.report.Finding.of;
import static org.fixtureferry.report.Severity.STOPS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.CatalogTable;
import org.fixtureferry.mysql.SchemaComparison;
import org.fixtureferry.report.Finding;

/** Compares the tables that stand in the target with those that are wanted. */
final class StandingTables {
  private StandingTables() {}

  /**
   * What is wrong with the wanted tables that stand; those that are missing are no fault here.
   *
   * @param catalog the tables that stand, with their engines
   * @param schema the same, with their columns and keys
   */
  static List<Finding> faults(
      List<CatalogTable> catalog, Map<String, Table> schema, Map<String, Table> wanted) {
    List<Finding> faults = new ArrayList<>();
    for (CatalogTable table : catalog) {
      if (wanted.containsKey(table.name()) && !table.engine().equalsIgnoreCase("InnoDB")) {
        faults.add(fault(table.name(), null, "the engine is " + table.engine() + ", not InnoDB"));
      }
    }
    wanted.forEach(
        (name, table) -> {
          if (schema.containsKey(name)) {
            SchemaComparison.compare(table, schema.get(name))
                .forEach(each -> faults.add(fault(name, each.column(), each.text())));
          }
        });
    return faults;
  }

  private static Finding fault(String table, String column, String text) {
    return of(
            "target-schema",
            STOPS,
            "Table " + table + " of the target is not as it should be: " + text + ".")
        .at(null, table)
        .inColumn(column, null);
  }
}
