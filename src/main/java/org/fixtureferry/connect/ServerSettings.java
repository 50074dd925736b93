package org.fixtureferry.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.Sql;

/**
 * The server's settings that matter to a crossing, as its owner set them (our session's own
 * differ).
 *
 * @param databaseCollation default collation of the database; empty where it does not exist
 */
public record ServerSettings(
    long maxAllowedPacket,
    String characterSet,
    String databaseCollation,
    String sqlMode,
    String storageEngine,
    int lowerCaseTableNames,
    String timeZone) {

  static ServerSettings read(Connection connection, String database) throws SQLException {
    Optional<String> engine = global(connection, "default_storage_engine");
    String zone = global(connection, "time_zone").orElse("");
    return new ServerSettings(
        Long.parseLong(global(connection, "max_allowed_packet").orElse("0")),
        global(connection, "character_set_server").orElse(""),
        Sql.first(connection, Sql.named("database-collation"), row -> row.getString(1), database)
            .orElse(""),
        global(connection, "sql_mode").orElse(""),
        // MySQL 5.1 knows only the short name.
        engine.isPresent() ? engine.get() : global(connection, "storage_engine").orElse(""),
        Integer.parseInt(Catalog.variable(connection, "lower_case_table_names").orElse("0")),
        zone.equals("SYSTEM")
            ? "SYSTEM (" + global(connection, "system_time_zone").orElse("?") + ")"
            : zone);
  }

  private static Optional<String> global(Connection connection, String name) throws SQLException {
    return Sql.first(
        connection, "SHOW GLOBAL VARIABLES WHERE variable_name = ?", row -> row.getString(2), name);
  }
}
