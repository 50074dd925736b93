package org.fixtureferry.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The rows of one question, one at a time, each lent until the next is asked for; memory does not
 * grow with their number. A connection carries one stream at a time.
 */
public final class RowStream implements AutoCloseable {
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private boolean ended;

  private RowStream(Connection connection, Statement statement, ResultSet rows) {
    this.connection = connection;
    this.statement = statement;
    this.rows = rows;
  }

  public static RowStream open(Connection connection, String sql) throws SQLException {
    Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    try {
      // Row by row off the wire. A cursor (useCursorFetch) would crash MySQL 5.5.9, the whole
      // server.
      statement.setFetchSize(Integer.MIN_VALUE);
      return new RowStream(connection, statement, statement.executeQuery(sql));
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  public boolean next() throws SQLException {
    boolean more = rows.next();
    ended = !more;
    return more;
  }

  /**
   * A column's bytes as the server sent them, NULL as empty: no reading of dates or numbers comes
   * between.
   */
  public Optional<byte[]> bytes(int column) throws SQLException {
    return Optional.ofNullable(rows.getBytes(column));
  }

  /**
   * Ends the stream. Abandoned half-way it would be read to its end first; the connection is given
   * up instead.
   */
  @Override
  public void close() throws SQLException {
    if (!ended) {
      connection.abort(Runnable::run);
      return;
    }
    rows.close();
    statement.close();
  }
}
