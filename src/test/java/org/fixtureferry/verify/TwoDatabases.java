package org.fixtureferry.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.Tls;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Decisions;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.servers.Servers;

/**
 * An old database on MySQL 5.5.9 (MyISAM) and its twin on MariaDB (InnoDB), with the same rows
 * under the same ids, to be changed by a test.
 */
final class TwoDatabases {
  static final Profile PROFILE = Profiles.bundled("djnro-0.8");

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T19:14:00Z"), ZoneOffset.UTC);

  final String source;
  final SandboxServer newHost;
  final String target;
  private List<String> excludes = PROFILE.defaultExcludes();
  private FixtureMeta exported;
  private List<Acceptance> accepted = List.of();

  private TwoDatabases(String source, SandboxServer newHost, String target) {
    this.source = source;
    this.newHost = newHost;
    this.target = target;
  }

  /** As the application's own commands leave them. */
  static TwoDatabases fresh(SandboxServer newHost) throws SQLException {
    String source = Servers.freshDatabase(Servers.legacy(), "verify_old");
    String target = Servers.freshDatabase(newHost, "verify_new");
    Servers.run(Servers.legacy(), source, resource("boot-08-myisam.sql"));
    Servers.run(newHost, target, resource("boot-08-innodb.sql"));
    TwoDatabases two = new TwoDatabases(source, newHost, target);
    // South noted the time of each of its own runs.
    two.both("UPDATE south_migrationhistory SET applied = '2014-10-10 22:59:59'");
    return two;
  }

  static TwoDatabases alike() throws SQLException {
    return alike(Servers.newHost());
  }

  static TwoDatabases alike(SandboxServer newHost) throws SQLException {
    TwoDatabases two = fresh(newHost);
    Servers.run(Servers.legacy(), two.source, resource("data-small.sql"));
    Servers.run(newHost, two.target, resource("data-small.sql"));
    return two;
  }

  TwoDatabases excluding(String... names) {
    excludes = List.of(names);
    return this;
  }

  TwoDatabases exported(FixtureMeta meta) {
    exported = meta;
    return this;
  }

  TwoDatabases accepting(Acceptance... acceptances) {
    accepted = List.of(acceptances);
    return this;
  }

  void atSource(String... statements) throws SQLException {
    run(Servers.legacy(), source, statements);
  }

  /** Past foreign keys, as whoever damages a database would. */
  void atTarget(String... statements) throws SQLException {
    run(newHost, target, statements);
  }

  void both(String... statements) throws SQLException {
    atSource(statements);
    atTarget(statements);
  }

  String askTarget(String sql) throws SQLException {
    try (Connection connection = Servers.connect(newHost, target)) {
      return Sql.first(connection, sql, row -> row.getString(1)).orElseThrow();
    }
  }

  /**
   * Without a word of the operator many-to-many rows with an end that is gone would not be
   * expected.
   */
  private static final Decisions EVERY_ROW =
      new Decisions(Map.of("orphan-many-to-many", Map.of("default", "stop")));

  VerifyResult verify() {
    return verify(ProgressListener.NO_OP);
  }

  VerifyResult verify(ProgressListener listener) {
    return crossing().run(listener, new Cancellation());
  }

  VerifyCrossing crossing() {
    return new VerifyCrossing(
        PROFILE,
        sourceDatabase(),
        Database.target(endpoint(newHost, target)),
        new VerifySettings(excludes, Optional.ofNullable(exported), accepted, EVERY_ROW),
        CLOCK);
  }

  Database sourceDatabase() {
    return Database.source(endpoint(Servers.legacy(), source));
  }

  /** Findings that are not for the record only, as lines that a test can compare. */
  static List<String> told(VerifyResult result) {
    return result.findings().stream().map(TwoDatabases::line).toList();
  }

  private static String line(Finding finding) {
    return java.util.stream.Stream.of(
            finding.check(),
            finding.table(),
            finding.pk(),
            finding.field(),
            finding.source(),
            finding.target())
        .map(part -> part == null ? "-" : part)
        .collect(Collectors.joining(" | "));
  }

  private static void run(SandboxServer server, String database, String... statements)
      throws SQLException {
    try (Connection connection = Servers.connect(server, database);
        Statement statement = connection.createStatement()) {
      statement.execute("SET foreign_key_checks = 0");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static Endpoint endpoint(SandboxServer server, String database) {
    return new Endpoint(
        server.host(), server.port(), database, server.user(), server.password(), Tls.DISABLED);
  }

  private static String resource(String name) {
    try (InputStream in = TwoDatabases.class.getResourceAsStream("/djnro/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
