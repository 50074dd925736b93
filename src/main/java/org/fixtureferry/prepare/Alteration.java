package org.fixtureferry.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.CreateTable;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.SchemaComparison;
import org.fixtureferry.mysql.view.DecidedSchema;

/**
 * What a decision that was taken after the target was made changes about a table that stands: a
 * column more, or one that is wider.
 */
record Alteration(String table, Column column, boolean adds) {

  static List<Alteration> of(
      DecidedSchema decided, Map<String, Table> wanted, Map<String, Table> standing) {
    List<Alteration> alterations = new ArrayList<>();
    Stream.of(decided.columns(), decided.widened())
        .flatMap(byTable -> byTable.entrySet().stream())
        .filter(entry -> standing.containsKey(entry.getKey()))
        .forEach(
            entry -> {
              String table = entry.getKey();
              for (Column each : entry.getValue()) {
                Column column = wanted.get(table).column(each.name()).orElseThrow();
                Optional<Column> actual = standing.get(table).column(each.name());
                if (actual.filter(other -> isSame(table, column, other)).isEmpty()) {
                  alterations.add(new Alteration(table, column, actual.isEmpty()));
                }
              }
            });
    return alterations;
  }

  private static boolean isSame(String table, Column one, Column other) {
    return SchemaComparison.compare(only(table, one), only(table, other)).isEmpty();
  }

  private static Table only(String table, Column column) {
    return new Table(table, List.of(column), List.of(), List.of());
  }

  /** The tables as they will stand. */
  static Map<String, Table> done(Map<String, Table> standing, List<Alteration> alterations) {
    Map<String, Table> done = new LinkedHashMap<>(standing);
    for (Alteration each : alterations) {
      Table table = done.get(each.table);
      List<Column> columns = new ArrayList<>(table.columns());
      columns.removeIf(column -> column.name().equals(each.column.name()));
      columns.add(each.column);
      done.put(each.table, table.withColumns(columns));
    }
    return done;
  }

  String sql() {
    return "ALTER TABLE "
        + Identifier.quote(table)
        + (adds ? " ADD COLUMN " : " MODIFY COLUMN ")
        + CreateTable.column(column);
  }
}
