package org.fixtureferry.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fixtureferry.mysql.Checksums;
import org.fixtureferry.mysql.ComparedColumn;
import org.fixtureferry.mysql.ComparedTable;
import org.fixtureferry.mysql.RowStream;
import org.fixtureferry.report.StationFailure;

/** The rows of a part of a table in the order of their keys, each as its key and its tokens. */
final class KeyedRows implements AutoCloseable {
  private final ComparedTable table;
  private final RowStream stream;
  private byte[] key;
  private BigInteger number;
  private List<byte[]> tokens;

  private KeyedRows(ComparedTable table, RowStream stream) throws SQLException {
    this.table = table;
    this.stream = stream;
    advance();
  }

  static KeyedRows open(Connection connection, ComparedTable table, Checksums.Chunk chunk)
      throws SQLException {
    List<String> selected = new ArrayList<>();
    selected.add(table.keyBytes());
    table.columns().stream().map(ComparedColumn::token).forEach(selected::add);
    String sql =
        "SELECT "
            + String.join(", ", selected)
            + " FROM "
            + table.from()
            + " WHERE "
            + chunk.condition()
            + " ORDER BY "
            + order(table);
    RowStream stream = RowStream.open(connection, sql);
    try {
      return new KeyedRows(table, stream);
    } catch (SQLException | RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  /** Numbers are unique. Of rows that share a natural key, equal ones must meet. */
  private static String order(ComparedTable table) {
    List<String> terms = new ArrayList<>();
    terms.add(table.order());
    if (!table.numericKey()) {
      table.columns().stream().map(ComparedColumn::token).forEach(terms::add);
    }
    return String.join(", ", terms);
  }

  boolean ended() {
    return key == null;
  }

  String key() {
    return new String(key, UTF_8);
  }

  void advance() throws SQLException {
    if (!stream.next()) {
      key = null;
      return;
    }
    key = required(1);
    number = table.numericKey() ? new BigInteger(key()) : null;
    tokens = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      tokens.add(required(i + 2));
    }
  }

  /** Which row comes first; one that has ended comes last. */
  int compareTo(KeyedRows other) {
    if (ended() || other.ended()) {
      return Boolean.compare(ended(), other.ended());
    }
    return number != null ? number.compareTo(other.number) : Arrays.compareUnsigned(key, other.key);
  }

  /** The places of the columns in which two rows of the same key differ. */
  List<Integer> differences(KeyedRows other) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!Arrays.equals(tokens.get(i), other.tokens.get(i))) {
        places.add(i);
      }
    }
    return places;
  }

  private byte[] required(int column) throws SQLException {
    return stream
        .bytes(column)
        .orElseThrow(
            () ->
                new StationFailure(
                    "Comparing table "
                        + table.table()
                        + ": the server could not compute a checksum of a value. Raise"
                        + " max_allowed_packet there, then verify again."));
  }

  @Override
  public void close() throws SQLException {
    stream.close();
  }
}
