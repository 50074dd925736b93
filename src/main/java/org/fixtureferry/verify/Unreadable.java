package org.fixtureferry.verify;

import java.sql.SQLException;
import org.fixtureferry.mysql.SqlFault;

/** Tells a table that cannot be read, which leaves a check unmade, from a server that is gone. */
final class Unreadable {
  private static final int UNKNOWN_COLUMN = 1054;
  private static final int UNKNOWN_TABLE = 1146;

  private Unreadable() {}

  /**
   * Why a table cannot be read, as a sentence.
   *
   * @throws SQLException where the trouble is another one
   */
  static String reason(String table, SQLException e) throws SQLException {
    if (e.getErrorCode() == UNKNOWN_TABLE
        || e.getErrorCode() == UNKNOWN_COLUMN
        || SqlFault.isDenied(e)) {
      return "Table " + table + " could not be read: " + SqlFault.describe(e) + ".";
    }
    throw e;
  }
}
