package org.fixtureferry.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.FerryMark;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.servers.Accounts;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;

/** A target as Prepare leaves it, and fixtures for it. */
final class PreparedTarget {
  static final String SOURCE = "old.example.org:3306/eduroam_08";
  static final List<String> EXCLUDE = List.of("contenttypes", "auth.Permission");
  static final LoadSettings SETTINGS =
      new LoadSettings(EXCLUDE, LoadSettings.OnlyInTarget.STOP, Map.of());

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T19:14:00Z"), ZoneOffset.UTC);

  final SandboxServer server;
  final String database;

  private PreparedTarget(SandboxServer server, String database) {
    this.server = server;
    this.database = database;
  }

  static PreparedTarget on(SandboxServer server) throws SQLException {
    String database = Samples.database(server, "new", "boot-08-innodb.sql");
    Servers.run(server, database, FerryMark.createTable());
    try (Connection connection = Servers.connect(server, database)) {
      FerryMark.write(
          connection,
          new FerryMark.Entry(SOURCE, Samples.DJNRO.name(), "prepared", "", CLOCK.instant()));
    }
    return new PreparedTarget(server, database);
  }

  LoadFixture load(Path fixture) {
    return load(fixture, SETTINGS, DiffListener.NO_OP);
  }

  LoadFixture load(Path fixture, LoadSettings settings, DiffListener listener) {
    return new LoadFixture(
        Samples.DJNRO,
        SOURCE,
        Samples.target(server, database),
        settings,
        fixture,
        CLOCK,
        listener);
  }

  LoadFixture loadAs(Endpoint account, Path fixture) {
    return new LoadFixture(
        Samples.DJNRO,
        SOURCE,
        Database.target(account),
        SETTINGS,
        fixture,
        CLOCK,
        DiffListener.NO_OP);
  }

  /** An account with these rights on this database, and no others. */
  Endpoint account(String rights) throws SQLException {
    return Accounts.with(server, database, rights);
  }

  LoadResult run(Path fixture) {
    return load(fixture).run(ProgressListener.NO_OP, new Cancellation());
  }

  List<String> ask(String question) throws SQLException {
    return Contents.ask(server, database, question);
  }

  Map<String, String> checksums() throws SQLException {
    return Contents.checksums(server, database);
  }

  void run(String sql) throws SQLException {
    Servers.run(server, database, sql);
  }

  /** A fixture of these objects. */
  static Path fixture(Path folder, String... objects) {
    try {
      Path file = folder.resolve("fixture.json");
      Files.deleteIfExists(folder.resolve("fixture.json.meta.json"));
      return Files.writeString(file, "[\n" + String.join(",\n", objects) + "\n]\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String object(String model, Object pk, String fields) {
    return "{\"pk\": " + pk + ", \"model\": \"" + model + "\", \"fields\": {" + fields + "}}";
  }

  static String contact(Object pk, String name) {
    return object(
        "edumanage.contact",
        pk,
        "\"name\": " + name + ", \"email\": \"a@example.gr\", \"phone\": \"\"");
  }

  static String realm(Object pk) {
    return object(
        "edumanage.realm",
        pk,
        "\"country\": \"gr\", \"stype\": 0, \"address_street\": \"\", \"address_city\": \"\","
            + " \"ts\": \"2014-10-10 22:59:59\", \"contact\": []");
  }

  static String institution(Object pk, Object realm) {
    return object("edumanage.institution", pk, "\"realmid\": " + realm + ", \"ertype\": 3");
  }
}
