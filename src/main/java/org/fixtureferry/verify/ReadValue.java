package org.fixtureferry.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.fixtureferry.mysql.ComparedColumn;
import org.fixtureferry.mysql.ComparedTable;
import org.fixtureferry.mysql.Sql;

/**
 * Reads one value of one row, or parts of it where it is long: it may be larger than our memory.
 */
final class ReadValue {
  private final Connection connection;
  private final String expression;
  private final String fromRow;
  private final Object[] key;

  ReadValue(Connection connection, ComparedTable table, ComparedColumn column, String key) {
    this.connection = connection;
    this.expression = column.expression();
    this.fromRow = " FROM " + table.from() + " WHERE " + condition(table) + " LIMIT 1";
    this.key =
        table.numericKey()
            ? new Object[] {new BigDecimal(key)}
            : new Object[] {key, key.getBytes(UTF_8)};
  }

  /**
   * A text is found by its index first; which of the rows that the collation takes for it, after.
   */
  private static String condition(ComparedTable table) {
    return table.key() + " = ?" + (table.numericKey() ? "" : " AND " + table.keyBytes() + " = ?");
  }

  /**
   * The value's length in characters and its first ones.
   *
   * @param start null where the value is NULL
   */
  record Head(long length, String start) {
    boolean isNull() {
      return start == null;
    }

    boolean isWhole() {
      return isNull() || start.codePointCount(0, start.length()) >= length;
    }
  }

  Head head(int characters) throws SQLException {
    return Sql.first(
            connection,
            "SELECT CHAR_LENGTH(%1$s), LEFT(%1$s, %2$d)".formatted(expression, characters)
                + fromRow,
            row -> new Head(row.getLong(1), row.getString(2)),
            key)
        .orElse(new Head(0, null));
  }

  String part(long from, int characters) throws SQLException {
    return text("SUBSTRING(%s, %d, %d)".formatted(expression, from + 1, characters));
  }

  String whole() throws SQLException {
    return text(expression);
  }

  /** The hash of the first characters, computed there: nothing long comes over the wire. */
  String hash(long characters) throws SQLException {
    return text("MD5(LEFT(%s, %d))".formatted(expression, characters));
  }

  private String text(String selected) throws SQLException {
    return Sql.first(connection, "SELECT " + selected + fromRow, row -> row.getString(1), key)
        .orElse("");
  }
}
