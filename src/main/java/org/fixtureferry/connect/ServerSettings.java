package org.fixtureferry.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Sql;

/**
 * The server's settings that matter to a crossing, as its owner set them (our session's own
 * differ).
 *
 * @param connectionCollation in which our own session compares
 * @param columnCollations how many text columns of the database have each collation
 * @param databaseCollation default collation of the database; empty where it does not exist
 */
public record ServerSettings(
    long maxAllowedPacket,
    String characterSet,
    String serverCollation,
    String databaseCollation,
    Map<String, Long> columnCollations,
    String connectionCollation,
    String sqlMode,
    String storageEngine,
    int lowerCaseTableNames,
    String timeZone) {
  public ServerSettings {
    columnCollations =
        columnCollations == null
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(columnCollations));
  }

  /** From the server down to our own session, in one line. */
  public String charsets() {
    String columns =
        columnCollations.entrySet().stream()
            .map(each -> each.getKey() + " (" + each.getValue() + ")")
            .collect(Collectors.joining(", "));
    return "server "
        + serverCollation
        + ", database "
        + (databaseCollation.isEmpty() ? "–" : databaseCollation)
        + ", text columns "
        + (columns.isEmpty() ? "–" : columns)
        + ", our connection "
        + connectionCollation;
  }

  static ServerSettings read(Connection connection, String database) throws SQLException {
    Optional<String> engine = global(connection, "default_storage_engine");
    String zone = global(connection, "time_zone").orElse("");
    return new ServerSettings(
        Long.parseLong(global(connection, "max_allowed_packet").orElse("0")),
        global(connection, "character_set_server").orElse(""),
        global(connection, "collation_server").orElse(""),
        Sql.first(connection, Sql.named("database-collation"), row -> row.getString(1), database)
            .orElse(""),
        columnCollations(connection, database),
        Catalog.variable(connection, "collation_connection").orElse(""),
        global(connection, "sql_mode").orElse(""),
        // MySQL 5.1 knows only the short name.
        engine.isPresent() ? engine.get() : global(connection, "storage_engine").orElse(""),
        Integer.parseInt(Catalog.variable(connection, "lower_case_table_names").orElse("0")),
        zone.equals("SYSTEM")
            ? "SYSTEM (" + global(connection, "system_time_zone").orElse("?") + ")"
            : zone);
  }

  private static Map<String, Long> columnCollations(Connection connection, String database)
      throws SQLException {
    Map<String, Long> columns = new TreeMap<>();
    for (CatalogColumn column : Catalog.columns(connection, database)) {
      column.collation().ifPresent(collation -> columns.merge(collation, 1L, Long::sum));
    }
    return columns;
  }

  private static Optional<String> global(Connection connection, String name) throws SQLException {
    return Sql.first(
        connection, "SHOW GLOBAL VARIABLES WHERE variable_name = ?", row -> row.getString(2), name);
  }
}
