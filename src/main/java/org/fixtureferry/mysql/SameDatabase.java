package org.fixtureferry.mysql;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether source and target are one database under two names, such as localhost and 127.0.0.1. */
public final class SameDatabase {
  private SameDatabase() {}

  public static boolean is(
      Database one, Connection oneConnection, Database other, Connection otherConnection)
      throws SQLException {
    return one.endpoint().database().equalsIgnoreCase(other.endpoint().database())
        && server(oneConnection).equals(server(otherConnection));
  }

  /** No server id: it is 0 or 1 nearly everywhere, and MySQL 5.5 has no UUID. */
  private static String server(Connection connection) throws SQLException {
    return Sql.first(
            connection,
            "SELECT CONCAT_WS('|', @@hostname, @@port, @@datadir, @@pid_file)",
            row -> row.getString(1))
        .orElseThrow();
  }
}
