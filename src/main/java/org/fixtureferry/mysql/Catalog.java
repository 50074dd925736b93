package org.fixtureferry.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.ForeignKey;
import org.fixtureferry.django.Key;
import org.fixtureferry.django.Table;

/** What a database is made of, asked of information_schema in words that MySQL 5.1 knows. */
public final class Catalog {
  private Catalog() {}

  public static ServerVersion version(Connection connection) throws SQLException {
    return ServerVersion.parse(
        Sql.first(connection, "SELECT VERSION()", row -> row.getString(1)).orElseThrow());
  }

  public static Optional<String> variable(Connection connection, String name) throws SQLException {
    return Sql.first(
        connection, "SHOW VARIABLES WHERE variable_name = ?", row -> row.getString(2), name);
  }

  public static boolean hasDatabase(Connection connection, String database) throws SQLException {
    return Sql.number(
            connection,
            "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = ?",
            database)
        > 0;
  }

  public static List<CatalogTable> tables(Connection connection, String database)
      throws SQLException {
    freshStatistics(connection);
    return Sql.list(connection, Sql.named("list-tables"), Catalog::table, database);
  }

  public static List<CatalogColumn> columns(Connection connection, String database)
      throws SQLException {
    return Sql.list(connection, Sql.named("list-columns"), Catalog::column, database);
  }

  /** The columns by table and name. */
  public static Map<String, Map<String, CatalogColumn>> columnsByTable(
      Connection connection, String database) throws SQLException {
    Map<String, Map<String, CatalogColumn>> byTable = new LinkedHashMap<>();
    for (CatalogColumn column : columns(connection, database)) {
      byTable
          .computeIfAbsent(column.table(), table -> new LinkedHashMap<>())
          .put(column.column().name(), column);
    }
    return byTable;
  }

  /**
   * Keys, as "table.key", that hold only the beginning of a text, or are of another kind than
   * BTREE.
   */
  public static Set<String> partialKeys(Connection connection, String database)
      throws SQLException {
    return Set.copyOf(
        Sql.list(connection, Sql.named("list-partial-keys"), row -> row.getString(1), database));
  }

  /**
   * Tables by name with columns, keys and foreign keys, in the shape in which a profile describes
   * them.
   */
  public static Map<String, Table> schema(Connection connection, String database)
      throws SQLException {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    for (CatalogTable table : tables(connection, database)) {
      columns.put(table.name(), new ArrayList<>());
    }
    for (CatalogColumn column : columns(connection, database)) {
      columns.computeIfPresent(column.table(), (table, list) -> add(list, column.column()));
    }
    Map<String, List<Key>> keys = keys(connection, database);
    Map<String, List<ForeignKey>> foreignKeys = foreignKeys(connection, database);
    Map<String, Table> schema = new LinkedHashMap<>();
    columns.forEach(
        (name, list) ->
            schema.put(
                name,
                new Table(
                    name,
                    list,
                    keys.getOrDefault(name, List.of()),
                    foreignKeys.getOrDefault(name, List.of()))));
    return schema;
  }

  /**
   * Views, triggers, routines and events, as "view v_institutions"; the account sees only what it
   * may see.
   */
  public static List<String> programs(Connection connection, String database) throws SQLException {
    return Sql.list(
        connection,
        Sql.named("list-programs"),
        row -> row.getString(1) + " " + row.getString(2),
        database,
        database,
        database,
        database);
  }

  private static Map<String, List<Key>> keys(Connection connection, String database)
      throws SQLException {
    record Part(String table, String key, boolean unique, String column) {}
    Map<String, Map<String, List<Part>>> parts = new LinkedHashMap<>();
    for (Part part :
        Sql.list(
            connection,
            Sql.named("list-keys"),
            row ->
                new Part(row.getString(1), row.getString(2), row.getInt(3) == 0, row.getString(4)),
            database)) {
      parts
          .computeIfAbsent(part.table, t -> new LinkedHashMap<>())
          .computeIfAbsent(part.key, k -> new ArrayList<>())
          .add(part);
    }
    Map<String, List<Key>> keys = new LinkedHashMap<>();
    parts.forEach(
        (table, byName) ->
            byName.forEach(
                (name, columns) -> {
                  Key.Kind kind =
                      name.equals("PRIMARY")
                          ? Key.Kind.PRIMARY
                          : columns.get(0).unique ? Key.Kind.UNIQUE : Key.Kind.INDEX;
                  keys.computeIfAbsent(table, t -> new ArrayList<>())
                      .add(new Key(name, kind, columns.stream().map(Part::column).toList()));
                }));
    return keys;
  }

  private static Map<String, List<ForeignKey>> foreignKeys(Connection connection, String database)
      throws SQLException {
    Map<String, List<ForeignKey>> found = new LinkedHashMap<>();
    Sql.list(
        connection,
        Sql.named("list-foreign-keys"),
        row ->
            found
                .computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                .add(
                    new ForeignKey(
                        row.getString(2), row.getString(3), row.getString(4), row.getString(5))),
        database);
    return found;
  }

  private static CatalogTable table(ResultSet row) throws SQLException {
    long next = row.getLong(5);
    return new CatalogTable(
        row.getString(1),
        Optional.ofNullable(row.getString(2)).orElse("?"),
        Optional.ofNullable(row.getString(3)).orElse("?"),
        row.getLong(4),
        row.wasNull() || next == 0 ? OptionalLong.empty() : OptionalLong.of(next));
  }

  private static CatalogColumn column(ResultSet row) throws SQLException {
    Column column =
        new Column(
            row.getString(2),
            row.getString(3),
            row.getString(4).equals("YES"),
            defaultValue(row.getString(5)),
            row.getString(6).contains("auto_increment"));
    return new CatalogColumn(
        row.getString(1),
        column,
        Optional.ofNullable(row.getString(7)),
        Optional.ofNullable(row.getString(8)));
  }

  /**
   * MariaDB 10.2.7 and later give the default as an SQL expression: NULL as a word, strings in
   * quotes.
   */
  private static Optional<String> defaultValue(String reported) {
    if (reported == null || reported.equals("NULL")) {
      return Optional.empty();
    }
    if (reported.equalsIgnoreCase("current_timestamp()")) {
      return Optional.of("CURRENT_TIMESTAMP");
    }
    boolean quoted = reported.length() >= 2 && reported.startsWith("'") && reported.endsWith("'");
    return Optional.of(
        quoted ? reported.substring(1, reported.length() - 1).replace("''", "'") : reported);
  }

  /** MySQL 8 answers AUTO_INCREMENT and sizes from a cache a day old unless told otherwise. */
  private static void freshStatistics(Connection connection) throws SQLException {
    if (variable(connection, "information_schema_stats_expiry").isPresent()) {
      Sql.run(connection, "SET SESSION information_schema_stats_expiry = 0");
    }
  }

  private static <T> List<T> add(List<T> list, T element) {
    list.add(element);
    return list;
  }
}
