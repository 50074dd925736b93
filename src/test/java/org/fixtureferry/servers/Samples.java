package org.fixtureferry.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.Tls;

/** DjNRO 0.8 databases for tests, and endpoints for them. */
public final class Samples {
  public static final Profile DJNRO = Profiles.bundled("djnro-0.8");

  private Samples() {}

  /**
   * A fresh legacy database (MyISAM) with the small data set: 25 institutions, 1,075 objects with
   * South's history.
   */
  public static String smallLegacy(SandboxServer server) throws SQLException {
    return database(server, "old", "boot-08-myisam.sql", "data-small.sql");
  }

  /** A fresh database that holds these files of the goldens, in this order. */
  public static String database(SandboxServer server, String prefix, String... files)
      throws SQLException {
    String name = Servers.freshDatabase(server, prefix);
    for (String file : files) {
      Servers.run(server, name, text(file));
    }
    return name;
  }

  /** A fresh legacy database out of {@code djnro/sets/NAME}. */
  public static String set(SandboxServer server, String name) throws SQLException {
    return database(server, "old", "sets/" + name + "/data.sql.gz");
  }

  public static Endpoint endpoint(SandboxServer server, String database) {
    return new Endpoint(
        server.host(), server.port(), database, server.user(), server.password(), Tls.PREFERRED);
  }

  public static Database source(SandboxServer server, String database) {
    return Database.source(endpoint(server, database));
  }

  public static Database target(SandboxServer server, String database) {
    return Database.target(endpoint(server, database));
  }

  /** A file of the goldens, unzipped where it is one. */
  public static String text(String file) {
    try (InputStream raw = Samples.class.getResourceAsStream("/djnro/" + file);
        InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
