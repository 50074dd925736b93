package org.fixtureferry.servers;

import com.mysql.cj.jdbc.Driver;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;
import org.fixtureferry.connect.sandbox.EmbeddedMariaDb;
import org.fixtureferry.connect.sandbox.RootAccount;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.connect.sandbox.ServerProcess;

/**
 * The old and the new host of all tests of one JVM, started by the first test that asks, stopped
 * when the JVM ends.
 */
public final class Servers {

  private static final Path HOME = Path.of("target", "servers");

  private Servers() {}

  /** MySQL 5.5.9, as on the old host. */
  public static SandboxServer legacy() {
    return shared("legacy", () -> LegacyMySql.start(HOME));
  }

  /** MariaDB 11.4, as on the new host. */
  public static SandboxServer newHost() {
    return shared("new-host", () -> EmbeddedMariaDb.start(HOME));
  }

  /**
   * Creates an empty database with a name of its own, utf8 and utf8_unicode_ci, and returns the
   * name.
   */
  public static String freshDatabase(SandboxServer server, String prefix) throws SQLException {
    String name = prefix + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    try (Connection connection = connect(server, "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE DATABASE `" + name + "` CHARACTER SET utf8 COLLATE utf8_unicode_ci");
    }
    return name;
  }

  /**
   * Runs a text of many statements, each ending in a semicolon at the end of a line, in one session
   * with sql_mode=''.
   */
  public static void run(SandboxServer server, String database, String sqlText)
      throws SQLException {
    try (Connection connection = connect(server, database);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false); // {…} in a string is JSON, no JDBC escape
      for (String sql : sqlText.split(";[ \\t]*(?:\\r?\\n|$)", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  /**
   * A session of root with sql_mode='' (Connector/J would make it strict); no database when the
   * name is empty.
   */
  public static Connection connect(SandboxServer server, String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", server.user());
    properties.setProperty("password", server.password());
    properties.setProperty("sslMode", "DISABLED"); // Java 17 and MySQL 5.5 share no TLS version
    properties.setProperty("characterEncoding", "UTF-8");
    properties.setProperty("jdbcCompliantTruncation", "false"); // else it adds STRICT_TRANS_TABLES
    properties.setProperty("sessionVariables", "sql_mode=''");
    String url = "jdbc:mysql://" + server.host() + ":" + server.port() + "/" + database;
    // Not by DriverManager: it shows a driver to the class loader only that happened to load it
    // first.
    return new Driver().connect(url, properties);
  }

  /**
   * Starts a server or finds the one already started. Quarkus loads this class anew for its tests,
   * so what is shared stands in the system properties; the server's own hook stops it.
   */
  private static SandboxServer shared(String name, Supplier<SandboxServer> start) {
    Properties jvm = System.getProperties();
    synchronized (jvm) {
      String key = Servers.class.getName() + "." + name;
      if (jvm.getProperty(key) == null) {
        SandboxServer server = start.get();
        jvm.setProperty(key, server.port() + " " + server.password());
      }
      String[] portAndPassword = jvm.getProperty(key).split(" ", 2);
      return new Shared(Integer.parseInt(portAndPassword[0]), portAndPassword[1]);
    }
  }

  private record Shared(int port, String password) implements SandboxServer {

    @Override
    public String host() {
      return ServerProcess.HOST;
    }

    @Override
    public String user() {
      return RootAccount.USER;
    }

    /** Does nothing: other tests go on using the server. */
    @Override
    public void close() {}
  }
}
