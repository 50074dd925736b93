package org.fixtureferry.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.Tls;

/** Databases out of the resources below djnro/, and short questions to them. */
public final class SampleDatabases {
  private static final List<String> WRITES =
      List.of(
          "alter_table",
          "create_table",
          "create_db",
          "create_index",
          "delete",
          "delete_multi",
          "drop_db",
          "drop_index",
          "drop_table",
          "flush",
          "grant",
          "insert",
          "insert_select",
          "optimize",
          "rename_table",
          "repair",
          "replace",
          "replace_select",
          "truncate",
          "update",
          "update_multi");

  private SampleDatabases() {}

  /** A fresh database that these resources were run in, one after the other; gives its name. */
  public static String load(SandboxServer server, String prefix, String... resources)
      throws SQLException {
    String name = Servers.freshDatabase(server, prefix);
    for (String resource : resources) {
      Servers.run(server, name, text(resource));
    }
    return name;
  }

  public static String text(String resource) {
    try (InputStream in = SampleDatabases.class.getResourceAsStream("/djnro/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Database source(SandboxServer server, String database) {
    return Database.source(endpoint(server, database));
  }

  public static Database target(SandboxServer server, String database) {
    return Database.target(endpoint(server, database));
  }

  public static Endpoint endpoint(SandboxServer server, String database) {
    return new Endpoint(
        server.host(), server.port(), database, server.user(), server.password(), Tls.PREFERRED);
  }

  /** Every row of a table as lists of text, in the order of the first column. */
  public static List<List<String>> rows(SandboxServer server, String database, String select)
      throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection connection = Servers.connect(server, database);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(select)) {
      int width = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** How many statements that write or lock the server has run, by kind. */
  public static Map<String, Long> writes(SandboxServer server) throws SQLException {
    Map<String, Long> counters = new TreeMap<>();
    for (List<String> row : rows(server, "", "SHOW GLOBAL STATUS LIKE 'Com\\_%'")) {
      String name = row.get(0).substring("Com_".length());
      if (WRITES.contains(name)
          || name.startsWith("create_")
          || name.startsWith("drop_")
          || name.startsWith("alter_")) {
        counters.put(name, Long.parseLong(row.get(1)));
      }
    }
    return counters;
  }
}
