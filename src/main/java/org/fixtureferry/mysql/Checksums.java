package org.fixtureferry.mysql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.report.StationFailure;

/**
 * Counts and checksums of a table's rows, computed on the server: one line comes back for thousands
 * of rows.
 */
public final class Checksums {
  /** Rows a chunk: at 5,000 a chunk that differs is read in well under a second. */
  private static final long ROWS_A_CHUNK = 5_000;

  private Checksums() {}

  /**
   * A part of a table.
   *
   * @param condition SQL that is true for its rows
   */
  public record Chunk(String condition) {
    public static final Chunk WHOLE = new Chunk("1 = 1");
  }

  /**
   * Cuts a table into ranges of its whole-number key. The first and the last are open-ended, and
   * the first takes NULL too, so that every row of any other database falls into exactly one of
   * them.
   */
  public static List<Chunk> chunks(Connection connection, ComparedTable table) throws SQLException {
    if (table.range() == null) {
      return List.of(Chunk.WHOLE);
    }
    record Extent(long rows, BigDecimal least, BigDecimal greatest) {}
    Extent extent =
        Sql.first(
                connection,
                "SELECT COUNT(*), MIN("
                    + table.range()
                    + "), MAX("
                    + table.range()
                    + ") FROM "
                    + table.from(),
                row -> new Extent(row.getLong(1), row.getBigDecimal(2), row.getBigDecimal(3)))
            .orElseThrow();
    long parts = (extent.rows + ROWS_A_CHUNK - 1) / ROWS_A_CHUNK;
    if (parts <= 1 || extent.least == null) {
      return List.of(Chunk.WHOLE);
    }
    BigInteger least = extent.least.toBigInteger();
    BigInteger width =
        extent
            .greatest
            .toBigInteger()
            .subtract(least)
            .divide(BigInteger.valueOf(parts))
            .add(BigInteger.ONE);
    List<Chunk> chunks = new ArrayList<>();
    for (long i = 0; i < parts; i++) {
      BigInteger from = least.add(width.multiply(BigInteger.valueOf(i)));
      String below = table.range() + " < " + from.add(width);
      String above = table.range() + " >= " + from;
      if (i == 0) {
        chunks.add(new Chunk("(" + below + " OR " + table.range() + " IS NULL)"));
      } else {
        chunks.add(new Chunk(i == parts - 1 ? above : above + " AND " + below));
      }
    }
    return chunks;
  }

  /**
   * @throws StationFailure where the server could not hash every row, which must never pass for
   *     "equal"
   */
  public static RowSum sum(Connection connection, ComparedTable table, Chunk chunk)
      throws SQLException {
    String half = "IFNULL(SUM(CAST(CONV(SUBSTRING(h, %d, 16), 16, 10) AS UNSIGNED)), 0)";
    String sql =
        "SELECT COUNT(*), COUNT(h), "
            + String.format(half, 1)
            + ", "
            + String.format(half, 17)
            + " FROM (SELECT "
            + table.rowHash()
            + " AS h FROM "
            + table.from()
            + " WHERE "
            + chunk.condition()
            + ") AS hashed";
    return Sql.first(connection, sql, row -> sum(row, table)).orElseThrow();
  }

  private static RowSum sum(ResultSet row, ComparedTable table) throws SQLException {
    if (row.getLong(1) != row.getLong(2)) {
      throw new StationFailure(
          "Comparing table "
              + table.table()
              + ": the server could not compute a checksum of "
              + (row.getLong(1) - row.getLong(2))
              + " rows. Raise max_allowed_packet there, then verify again.");
    }
    return new RowSum(
        row.getLong(1), row.getBigDecimal(3).toBigInteger(), row.getBigDecimal(4).toBigInteger());
  }
}
