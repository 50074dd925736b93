package org.fixtureferry.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database holds, counted.
 *
 * @param visible whether it exists and the account may see it
 * @param collation its default collation; null where it is not visible
 * @param tables base tables, our own mark among them
 * @param programs views, triggers, routines and events, as "view v_institutions"
 */
public record DatabaseContents(
    boolean visible, String collation, List<Counted> tables, List<String> programs) {
  public DatabaseContents {
    tables = List.copyOf(tables);
    programs = List.copyOf(programs);
  }

  /**
   * A table and its rows.
   *
   * @param rows exact; -1 where the account may not count them
   */
  public record Counted(String name, long rows) {
    @Override
    public String toString() {
      return name + (rows < 0 ? "" : " (" + rows + (rows == 1 ? " row)" : " rows)"));
    }
  }

  public static DatabaseContents read(Connection connection, String database) throws SQLException {
    if (!Catalog.hasDatabase(connection, database)) {
      return new DatabaseContents(false, null, List.of(), List.of());
    }
    List<Counted> counted = new ArrayList<>();
    for (CatalogTable table : Catalog.tables(connection, database)) {
      counted.add(new Counted(table.name(), rows(connection, database, table.name())));
    }
    return new DatabaseContents(
        true,
        Sql.first(connection, Sql.named("database-collation"), row -> row.getString(1), database)
            .orElse(null),
        counted,
        Catalog.programs(connection, database));
  }

  /** Nothing but, perhaps, a mark that says nothing yet. */
  public boolean empty() {
    return programs.isEmpty()
        && tables.stream()
            .allMatch(table -> table.name().equals(FerryMark.TABLE) && table.rows() == 0);
  }

  public boolean has(String table) {
    return tables.stream().anyMatch(each -> each.name().equals(table));
  }

  /** Rows of a table; 0 where it does not stand. */
  public long rowsOf(String table) {
    return tables.stream()
        .filter(each -> each.name().equals(table))
        .mapToLong(Counted::rows)
        .findFirst()
        .orElse(0);
  }

  public List<String> views() {
    return programs.stream()
        .filter(each -> each.startsWith("view "))
        .map(each -> each.substring("view ".length()))
        .toList();
  }

  /** All of it in one line: "auth_user (3 rows), view v_names". */
  public String listed() {
    return Stream.concat(tables.stream().map(Counted::toString), programs.stream())
        .collect(Collectors.joining(", "));
  }

  private static long rows(Connection connection, String database, String table)
      throws SQLException {
    try {
      return Sql.number(
          connection,
          "SELECT COUNT(*) FROM " + Identifier.quote(database) + "." + Identifier.quote(table));
    } catch (SQLException e) {
      if (SqlFault.isDenied(e)) {
        return -1;
      }
      throw e;
    }
  }
}
