package org.fixtureferry.connect.sandbox;

import com.mysql.cj.jdbc.Driver;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
      for (String sql : statements(profile, database, institutions)) {
        statement.execute(sql);
      }
    }
  }

  /** The same as a text for the mysql client of a server that is not ours. */
  public static String script(Profile profile, String database, int institutions) {
    return text(
        Stream.concat(
            Stream.of("SET NAMES utf8", "SET SESSION sql_mode = ''"),
            statements(profile, database, institutions).stream()));
  }

  /** What {@link #soil} does, as a text to follow {@link #script}. */
  public static String dirtScript(Profile profile) {
    return text(split(Profiles.sampleDirty(profile.name())).stream());
  }

  private static String text(Stream<String> statements) {
    return statements.map(String::strip).collect(Collectors.joining(";\n", "", ";\n"));
  }

  private static List<String> statements(Profile profile, String database, int institutions) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE DATABASE "
            + Identifier.quote(database)
            + " CHARACTER SET "
            + profile.charset()
            + " COLLATE "
            + profile.collation());
    statements.add("USE " + Identifier.quote(database));
    for (Table table : profile.tables()) {
      statements.add(CreateTable.sql(profile, table, CreateTable.Engine.MYISAM));
    }
    for (InitialRows rows : FirstRows.of(profile, INSTALLED).values()) {
      statements.add(FirstRows.insert(rows));
    }
    statements.add("SET @institutions = " + institutions + ", @seed = " + SEED);
    statements.addAll(split(Profiles.sample(profile.name())));
    return statements;
  }

  /** Lets some time pass in the sample, so that it differs from what was exported before. */
  public static void later(SandboxServer server, Profile profile, String database)
      throws SQLException {
    add(server, database, Profiles.sampleLater(profile.name()));
  }

  /** Puts into the sample whatever MyISAM lets in and the target does not. */
  public static void soil(SandboxServer server, Profile profile, String database)
      throws SQLException {
    add(server, database, Profiles.sampleDirty(profile.name()));
  }

  private static void add(SandboxServer server, String database, String script)
      throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("USE " + Identifier.quote(database));
      for (String sql : split(script)) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(";\\n", -1)).filter(sql -> !sql.isBlank()).toList();
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
    return new Driver()
        .connect("jdbc:mysql://" + server.host() + ":" + server.port() + "/", properties);
  }
}
