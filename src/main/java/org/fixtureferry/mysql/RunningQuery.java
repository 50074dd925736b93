package org.fixtureferry.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import org.fixtureferry.report.StationFailure;

/** What a connection asks its server at the moment, to be ended from another thread. */
public final class RunningQuery {
  private final Database database;
  private final long connectionId;

  private RunningQuery(Database database, long connectionId) {
    this.database = database;
    this.connectionId = connectionId;
  }

  public static RunningQuery of(Database database, Connection connection) throws SQLException {
    return new RunningQuery(database, Sql.number(connection, "SELECT CONNECTION_ID()"));
  }

  /**
   * Ends the query, if one runs: it fails, and its connection stays. An account may do so for
   * itself.
   */
  public void kill() {
    try (Connection other = database.openServer()) {
      Sql.run(other, "KILL QUERY " + connectionId);
    } catch (SQLException | StationFailure e) {
      // The connection is gone, or the server: nothing runs any more.
      return;
    }
  }
}
