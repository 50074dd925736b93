package org.fixtureferry.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fixtureferry.fixture.CopiedRows.Part;
import org.fixtureferry.fixture.CopiedRows.Value;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.StationFailure;

/** A table of the target that copied rows go to, and how they differ from what it holds. */
abstract class CopiedPart {
  final Connection connection;
  final Part part;
  final String table;

  /** The target's columns by name. */
  final Map<String, CatalogColumn> columns;

  CopiedPart(Connection connection, Part part, Map<String, CatalogColumn> columns) {
    this.connection = connection;
    this.part = part;
    this.table = Identifier.quote(part.table());
    this.columns = columns;
  }

  /** Holds some rows against the target; writes nothing. */
  abstract void compare(List<List<Value>> rows) throws SQLException;

  /** After the last row: what only the target holds, and what has to be decided. */
  abstract Optional<Finding> finish() throws SQLException;

  /** Removes what changes, before the first row is written. */
  abstract void makeRoom() throws SQLException;

  abstract void write(List<List<Value>> rows) throws SQLException;

  abstract long added();

  abstract long changed();

  abstract long removed();

  /** Names a row by the bytes of its key. */
  String nameOf(List<Value> row) {
    return part.key().stream()
        .map(column -> text(row.get(part.columns().indexOf(column)).bytes()))
        .map(text -> text.length() + ":" + text)
        .collect(Collectors.joining());
  }

  List<Value> keyOf(List<Value> row) {
    return part.key().stream().map(column -> row.get(part.columns().indexOf(column))).toList();
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The target's rows of the same keys, by {@link #nameOf}. */
  Map<String, List<Value>> standing(List<List<Value>> rows) throws SQLException {
    Map<String, List<Value>> found = new HashMap<>();
    String sql =
        "SELECT "
            + Identifier.list(part.columns())
            + " FROM "
            + table
            + " WHERE "
            + keyIn(rows.size());
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      bindKeys(select, 1, rows.stream().map(this::keyOf).toList());
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          List<Value> row = row(result, part.columns().size());
          found.put(nameOf(row), row);
        }
      }
    }
    return found;
  }

  static List<Value> row(ResultSet result, int columns) throws SQLException {
    List<Value> row = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      row.add(new Value(result.getBytes(i), false));
    }
    return row;
  }

  static boolean same(List<Value> one, List<Value> other) {
    for (int i = 0; i < one.size(); i++) {
      if (!Arrays.equals(one.get(i).bytes(), other.get(i).bytes())) {
        return false;
      }
    }
    return true;
  }

  String keyIn(int rows) {
    String marks = String.join(", ", Collections.nCopies(part.key().size(), "?"));
    return "("
        + Identifier.list(part.key())
        + ") IN ("
        + String.join(", ", Collections.nCopies(rows, "(" + marks + ")"))
        + ")";
  }

  /** Whole numbers go as numbers: compared with texts, MySQL would not use the key. */
  int bindKeys(PreparedStatement statement, int from, List<List<Value>> keys) throws SQLException {
    int index = from;
    for (List<Value> key : keys) {
      for (int i = 0; i < key.size(); i++) {
        String type = columns.get(part.key().get(i)).column().type();
        if (type.matches("(?i).*int\\b.*")) {
          statement.setBigDecimal(index++, new java.math.BigDecimal(text(key.get(i).bytes())));
        } else {
          bind(statement, index++, key.get(i));
        }
      }
    }
    return index;
  }

  static void bind(PreparedStatement statement, int index, Value value) throws SQLException {
    if (value.bytes() == null) {
      statement.setNull(index, Types.VARCHAR);
    } else if (value.text()) {
      statement.setString(index, new String(value.bytes(), StandardCharsets.UTF_8));
    } else {
      statement.setBytes(index, value.bytes());
    }
  }

  void insert(List<List<Value>> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String marks = String.join(", ", Collections.nCopies(part.columns().size(), "?"));
    String sql =
        "INSERT INTO "
            + table
            + " ("
            + Identifier.list(part.columns())
            + ") VALUES "
            + String.join(", ", Collections.nCopies(rows.size(), "(" + marks + ")"));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int index = 1;
      for (List<Value> row : rows) {
        for (Value value : row) {
          bind(insert, index++, value);
        }
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  void delete(List<List<Value>> keys) throws SQLException {
    for (int from = 0; from < keys.size(); from += TargetTable.BATCH) {
      List<List<Value>> some = keys.subList(from, Math.min(keys.size(), from + TargetTable.BATCH));
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM " + table + " WHERE " + keyIn(some.size()))) {
        bindKeys(delete, 1, some);
        delete.executeUpdate();
      }
    }
  }

  StationFailure failure(SQLException e) {
    return new StationFailure(
        "Copying rows of table "
            + part.table()
            + ": "
            + Objects.requireNonNull(SqlFault.describe(e))
            + ". Mend it at the source and export again, or leave it behind. The target stays as it was.",
        e);
  }
}
