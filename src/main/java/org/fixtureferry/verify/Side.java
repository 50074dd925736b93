package org.fixtureferry.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.CatalogTable;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.ServerVersion;
import org.fixtureferry.mysql.Sql;

/** One of the two databases, open, with what its catalog says. */
record Side(
    Database database,
    Connection connection,
    ServerVersion version,
    Map<String, CatalogTable> tables,
    Map<String, Map<String, CatalogColumn>> columns,
    Map<String, Table> schema)
    implements AutoCloseable {

  /** The caller closes it. */
  static Side open(Database database) throws SQLException {
    Connection connection = database.open();
    try {
      String name = database.endpoint().database();
      Map<String, CatalogTable> tables = new LinkedHashMap<>();
      Catalog.tables(connection, name).forEach(table -> tables.put(table.name(), table));
      Map<String, Map<String, CatalogColumn>> columns = new HashMap<>();
      Catalog.columns(connection, name)
          .forEach(
              column ->
                  columns
                      .computeIfAbsent(column.table(), table -> new LinkedHashMap<>())
                      .put(column.column().name(), column));
      return new Side(
          database,
          connection,
          Catalog.version(connection),
          tables,
          columns,
          Catalog.schema(connection, name));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** "source" or "target". */
  String name() {
    return database.side() == Database.Side.SOURCE ? "source" : "target";
  }

  boolean has(String table) {
    return tables.containsKey(table);
  }

  boolean has(String table, String column) {
    return columns.getOrDefault(table, Map.of()).containsKey(column);
  }

  long count(String table) throws SQLException {
    return has(table)
        ? Sql.number(connection, "SELECT COUNT(*) FROM " + Identifier.quote(table))
        : 0;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
