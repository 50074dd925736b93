package org.fixtureferry.load;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.fixture.CopiedRows.Part;
import org.fixtureferry.fixture.CopiedRows.Value;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.RowStream;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Finding;

/** A table without a primary key: its rows are told apart by all that they hold. */
final class CopiedHeap extends CopiedPart {
  private final LoadSettings settings;

  /** How often the target lacks each row, by the row's hash. */
  private final Map<String, Integer> lacking = new HashMap<>();

  private long rows;
  private long onlyInTarget;

  CopiedHeap(
      Connection connection, Part part, Map<String, CatalogColumn> columns, LoadSettings settings) {
    super(connection, part, columns);
    this.settings = settings;
  }

  @Override
  void compare(List<List<Value>> some) {
    some.forEach(row -> lacking.merge(hash(row), 1, Integer::sum));
    rows += some.size();
  }

  @Override
  Optional<Finding> finish() throws SQLException {
    String sql = "SELECT " + Identifier.list(part.columns()) + " FROM " + table;
    try (RowStream standing = RowStream.open(connection, sql)) {
      while (standing.next()) {
        List<Value> row = new java.util.ArrayList<>();
        for (int i = 1; i <= part.columns().size(); i++) {
          row.add(new Value(standing.bytes(i).orElse(null), false));
        }
        String hash = hash(row);
        if (lacking.containsKey(hash)) {
          lacking.computeIfPresent(hash, (each, count) -> count == 1 ? null : count - 1);
        } else {
          onlyInTarget++;
        }
      }
    }
    return OnlyInTarget.finding(part.table(), onlyInTarget, settings);
  }

  /** One of many equal rows cannot be named: where some have to go, all are written anew. */
  private boolean isWrittenAnew() {
    return onlyInTarget > 0 && settings.onlyInTarget() == LoadSettings.OnlyInTarget.REMOVE;
  }

  @Override
  void makeRoom() throws SQLException {
    if (isWrittenAnew()) {
      Sql.run(connection, "DELETE FROM " + table);
    }
  }

  @Override
  void write(List<List<Value>> some) throws SQLException {
    insert(isWrittenAnew() ? some : some.stream().filter(row -> takes(hash(row))).toList());
  }

  private boolean takes(String hash) {
    boolean lacks = lacking.containsKey(hash);
    lacking.computeIfPresent(hash, (each, count) -> count == 1 ? null : count - 1);
    return lacks;
  }

  @Override
  long added() {
    return isWrittenAnew() ? rows : lacking.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  long changed() {
    return 0;
  }

  @Override
  long removed() {
    return isWrittenAnew() ? onlyInTarget : 0;
  }

  private static String hash(List<Value> row) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      for (Value value : row) {
        int length = value.bytes() == null ? -1 : value.bytes().length;
        digest.update((length + ":").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        digest.update(value.bytes() == null ? new byte[0] : value.bytes());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }
}
