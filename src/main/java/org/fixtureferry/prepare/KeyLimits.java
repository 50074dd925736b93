package org.fixtureferry.prepare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.Sql;

/**
 * How long InnoDB lets a key be on one server.
 *
 * @param column bytes of one column in a key: 767 in the COMPACT rows of MySQL 5.5 and 5.6
 * @param key bytes of all columns of a key
 * @param character bytes that one character of the profile's charset takes
 */
record KeyLimits(int column, int key, int character) {
  private static final int COMPACT_COLUMN = 767;

  static KeyLimits of(Connection connection, String charset) throws SQLException {
    int page =
        Catalog.variable(connection, "innodb_page_size").map(Integer::parseInt).orElse(16_384);
    int key = page >= 16_384 ? 3072 : page == 8_192 ? 1536 : 768;
    return new KeyLimits(
        longKeys(connection) ? key : Math.min(key, COMPACT_COLUMN),
        key,
        (int) Sql.number(connection, Sql.named("bytes-a-character"), charset, charset));
  }

  /**
   * Only where rows are DYNAMIC by default: MySQL 5.5 and 5.6 with innodb_large_prefix would need
   * ROW_FORMAT=DYNAMIC in each CREATE TABLE, and a GLOBAL file format that we never set.
   */
  private static boolean longKeys(Connection connection) throws SQLException {
    Optional<String> rows = Catalog.variable(connection, "innodb_default_row_format");
    Optional<String> prefix = Catalog.variable(connection, "innodb_large_prefix");
    return rows.map(format -> format.toLowerCase(Locale.ROOT).equals("dynamic")).orElse(false)
        && prefix.map(on -> on.equalsIgnoreCase("ON")).orElse(true);
  }
}
