package org.fixtureferry.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.mysql.DatabaseContents;
import org.fixtureferry.mysql.FerryMark;
import org.fixtureferry.mysql.Grants;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.mysql.ServerVersion;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.report.StationFailure;

/**
 * Asks a server who it is and what our account may do there: what a "Test connection" button runs.
 */
public final class ProbeServer {
  private static final List<String> WRITES =
      List.of(
          "INSERT",
          "UPDATE",
          "DELETE",
          "CREATE",
          "DROP",
          "ALTER",
          "INDEX",
          "TRIGGER",
          "CREATE VIEW",
          "CREATE ROUTINE",
          "ALTER ROUTINE",
          "EVENT");

  private final Database database;
  private final LockMode lock;

  public ProbeServer(Database database, LockMode lock) {
    this.database = database;
    this.lock = lock;
  }

  /**
   * Works without any right on the database, so that it can say which are missing.
   *
   * @throws StationFailure where the server does not answer or refuses the account
   */
  public Probe run() {
    try (Connection connection = database.openServer()) {
      return ask(connection);
    } catch (SQLException e) {
      throw new StationFailure(
          "Asking " + database.endpoint().server() + " what it is: " + SqlFault.describe(e) + ".",
          e);
    }
  }

  private Probe ask(Connection connection) throws SQLException {
    String name = database.endpoint().database();
    ServerVersion version = Catalog.version(connection);
    Grants grants = Grants.ofCurrentUser(connection);
    RightsNeeded needed = RightsNeeded.of(database, lock);
    boolean source = database.side() == Side.SOURCE;
    return new Probe(
        database.side(),
        database.endpoint().place(),
        version.toString(),
        source ? version.triedAsSource() : version.triedAsTarget(),
        tls(connection),
        grants.account().toString(),
        grants.printable(),
        needed.statements(grants.account()),
        needed.lacking(grants),
        List.copyOf(grants.anywhereIn(name, WRITES)),
        Catalog.hasDatabase(connection, name),
        ServerSettings.read(connection, name),
        source ? null : DatabaseContents.read(connection, name),
        source ? null : madeFor(connection, name));
  }

  private static String tls(Connection connection) throws SQLException {
    String cipher = status(connection, "Ssl_cipher");
    return cipher.isEmpty() ? "none" : (status(connection, "Ssl_version") + " " + cipher).strip();
  }

  private static String status(Connection connection, String name) throws SQLException {
    return Sql.first(
            connection,
            "SHOW SESSION STATUS WHERE variable_name = ?",
            row -> row.getString(2),
            name)
        .orElse("");
  }

  private static String madeFor(Connection connection, String name) throws SQLException {
    String owners =
        marks(connection, name).stream()
            .map(entry -> entry.source() + " (" + entry.profile() + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    return owners.isEmpty() ? null : owners;
  }

  /** An account without SELECT still has to be told what it lacks. */
  private static List<FerryMark.Entry> marks(Connection connection, String name)
      throws SQLException {
    try {
      return FerryMark.read(connection, name);
    } catch (SQLException e) {
      if (SqlFault.isDenied(e)) {
        return List.of();
      }
      throw e;
    }
  }
}
