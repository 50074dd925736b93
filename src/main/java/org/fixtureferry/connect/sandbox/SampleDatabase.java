package org.fixtureferry.connect.sandbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.fixtureferry.django.InitialRows;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.CreateTable;
import org.fixtureferry.mysql.FirstRows;
import org.fixtureferry.mysql.Identifier;

/**
 * A made-up legacy database of a profile: its tables on MyISAM, the rows of a fresh installation,
 * and the profile's sample.
 */
public final class SampleDatabase {
  private static final int SEED = 8;

  /** When the made-up installation was made: every run of the demo gives the same rows. */
  private static final Clock INSTALLED =
      Clock.fixed(Instant.parse("2013-03-01T09:00:00Z"), ZoneOffset.UTC);

  private SampleDatabase() {}

  /**
   * Makes and fills the database, in the manner of the time: no strict mode, utf8_unicode_ci,
   * MyISAM.
   *
   * @param institutions size of the sample; about 40 objects each
   */
  public static void create(
      SandboxServer server, Profile profile, String database, int institutions)
      throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false); // {…} in a string is JSON, no JDBC escape
      statement.execute(
          "CREATE DATABASE "
              + Identifier.quote(database)
              + " CHARACTER SET "
              + profile.charset()
              + " COLLATE "
              + profile.collation());
      statement.execute("USE " + Identifier.quote(database));
      for (Table table : profile.tables()) {
        statement.execute(CreateTable.sql(profile, table, CreateTable.Engine.MYISAM));
      }
      for (InitialRows rows : FirstRows.of(profile, INSTALLED).values()) {
        statement.execute(FirstRows.insert(rows));
      }
      statement.execute("SET @institutions = " + institutions + ", @seed = " + SEED);
      run(statement, Profiles.sample(profile.name()));
    }
  }

  /** Lets some time pass in the sample, so that it differs from what was exported before. */
  public static void later(SandboxServer server, Profile profile, String database)
      throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("USE " + Identifier.quote(database));
      run(statement, Profiles.sampleLater(profile.name()));
    }
  }

  private static void run(Statement statement, String text) throws SQLException {
    for (String sql : text.split(";\\n", -1)) {
      if (!sql.isBlank()) {
        statement.execute(sql);
      }
    }
  }

  static Connection connect(SandboxServer server) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", server.user());
    properties.setProperty("password", server.password());
    properties.setProperty("sslMode", "DISABLED"); // the sandbox speaks no TLS
    properties.setProperty("characterEncoding", "UTF-8");
    properties.setProperty(
        "jdbcCompliantTruncation", "false"); // else the driver makes the session strict
    properties.setProperty("sessionVariables", "sql_mode=''");
    return DriverManager.getConnection(
        "jdbc:mysql://" + server.host() + ":" + server.port() + "/", properties);
  }
}
