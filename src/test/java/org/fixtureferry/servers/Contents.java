package org.fixtureferry.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fixtureferry.connect.sandbox.SandboxServer;

/**
 * What a DjNRO database holds, read by SQL of the tests' own: nothing here leans on the code that
 * is tested.
 */
public final class Contents {
  private static final String MARK = "fixture_ferry";
  private static final Set<String> NATURAL = Set.of("auth_permission", "django_content_type");
  private static final Set<String> MANY_TO_MANY =
      Set.of(
          "auth_group_permissions",
          "auth_user_groups",
          "auth_user_user_permissions",
          "django_flatpage_sites",
          "edumanage_instrealm_proxyto",
          "edumanage_institutiondetails_contact",
          "edumanage_realm_contact",
          "edumanage_serviceloc_contact");

  private Contents() {}

  /**
   * Every row of every table but our own, sorted, a text of hexadecimal values each. Content types
   * and permissions stand by their natural keys, and so do references to them; many-to-many rows go
   * without their surrogate ids.
   */
  public static Map<String, List<String>> rows(SandboxServer server, String database)
      throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    try (Connection connection = Servers.connect(server, database)) {
      for (String table : tables(connection)) {
        rows.put(
            table,
            strings(connection, select(table, columns(connection, table))).stream()
                .sorted()
                .toList());
      }
    }
    return rows;
  }

  private static String select(String table, List<String> columns) {
    List<String> values = new ArrayList<>();
    for (String column : columns) {
      boolean surrogate = NATURAL.contains(table) || MANY_TO_MANY.contains(table);
      if (!(column.equals("id") && surrogate)) {
        values.add("'" + column + "='");
        values.add("IFNULL(" + shown("CAST(" + value(column) + " AS BINARY)") + ", 'NULL')");
      }
    }
    return "SELECT CONCAT_WS(' ', " + String.join(", ", values) + ") FROM `" + table + "` t";
  }

  /** A long value by its hash: its digits would not fit max_allowed_packet, and then be NULL. */
  private static String shown(String bytes) {
    return "IF(LENGTH(%1$s) < 100000, HEX(%1$s), CONCAT(LENGTH(%1$s), ' bytes of SHA-1 ', SHA1(%1$s)))"
        .formatted(bytes);
  }

  private static String value(String column) {
    return switch (column) {
      case "content_type_id" -> contentType("t.content_type_id");
      case "permission_id" ->
          "(SELECT CONCAT(p.codename, ' of ', "
              + contentType("p.content_type_id")
              + ") FROM auth_permission p WHERE p.id = t.permission_id)";
      default -> "t.`" + column + "`";
    };
  }

  private static String contentType(String id) {
    return "IFNULL((SELECT CONCAT(c.app_label, '.', c.model) FROM django_content_type c WHERE c.id = "
        + id
        + "), CONCAT('#', "
        + id
        + "))";
  }

  /** CHECKSUM TABLE of every table, ours too: not one byte may move unseen. */
  public static Map<String, String> checksums(SandboxServer server, String database)
      throws SQLException {
    Map<String, String> checksums = new TreeMap<>();
    try (Connection connection = Servers.connect(server, database);
        Statement statement = connection.createStatement()) {
      for (String table : strings(connection, "SHOW TABLES")) {
        try (ResultSet row = statement.executeQuery("CHECKSUM TABLE `" + table + "`")) {
          row.next();
          checksums.put(table, row.getString(2));
        }
      }
    }
    return checksums;
  }

  /** The next id of every table that gives ids and whose ids are carried over. */
  public static Map<String, Long> nextIds(SandboxServer server, String database)
      throws SQLException {
    Map<String, Long> ids = new TreeMap<>();
    try (Connection connection = Servers.connect(server, database);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT table_name, auto_increment FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND auto_increment IS NOT NULL")) {
      while (rows.next()) {
        String table = rows.getString(1);
        if (!NATURAL.contains(table) && !MANY_TO_MANY.contains(table) && !table.equals(MARK)) {
          ids.put(table, rows.getLong(2));
        }
      }
    }
    return ids;
  }

  /** How many statements the server has been given since it started. */
  public static long statements(SandboxServer server) throws SQLException {
    try (Connection connection = Servers.connect(server, "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Questions'")) {
      row.next();
      return row.getLong(2);
    }
  }

  /** The first column of every row that a question gives. */
  public static List<String> ask(SandboxServer server, String database, String question)
      throws SQLException {
    try (Connection connection = Servers.connect(server, database)) {
      return strings(connection, question);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return strings(connection, "SHOW TABLES").stream().filter(each -> !each.equals(MARK)).toList();
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    return strings(connection, "SHOW COLUMNS FROM `" + table + "`").stream().sorted().toList();
  }

  private static List<String> strings(Connection connection, String question) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
