package org.fixtureferry.connect.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.fixtureferry.mysql.Identifier;

/**
 * An account of the demo with just the rights that a crossing needs, as an operator would make it.
 */
public record SandboxAccount(String user, String password) {

  /** May read and lock one database. */
  public static SandboxAccount reader(SandboxServer server, String user, String database)
      throws SQLException {
    return create(server, user, "SELECT, LOCK TABLES", database);
  }

  /** May make these databases and everything in them. */
  public static SandboxAccount owner(SandboxServer server, String user, String... databases)
      throws SQLException {
    return create(server, user, "ALL PRIVILEGES", databases);
  }

  private static SandboxAccount create(
      SandboxServer server, String user, String rights, String... databases) throws SQLException {
    SandboxAccount account = new SandboxAccount(user, RootAccount.withRandomPassword().password());
    String name = Identifier.literal(user) + "@'127.0.0.1'";
    try (Connection connection = SampleDatabase.connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE USER " + name + " IDENTIFIED BY " + Identifier.literal(account.password));
      for (String database : databases) {
        statement.execute(
            "GRANT " + rights + " ON " + Identifier.grantPattern(database) + ".* TO " + name);
      }
    }
    return account;
  }

  @Override
  public String toString() {
    return user;
  }
}
