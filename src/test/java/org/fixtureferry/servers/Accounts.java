package org.fixtureferry.servers;

import java.sql.SQLException;
import java.util.UUID;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.Tls;

/** Accounts that may do only so much. */
public final class Accounts {
  private Accounts() {}

  /** A new account with these rights on one database, and no others. */
  public static Endpoint with(SandboxServer server, String database, String rights)
      throws SQLException {
    String user = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    String password = "secret of " + user;
    Servers.run(
        server,
        "",
        "GRANT %s ON `%s`.* TO %s@127.0.0.1 IDENTIFIED BY '%s'"
            .formatted(rights, database, user, password));
    return new Endpoint(server.host(), server.port(), database, user, password, Tls.DISABLED);
  }
}
