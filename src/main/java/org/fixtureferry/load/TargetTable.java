package org.fixtureferry.load;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.ValueKind;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Utf8;

/**
 * The rows of one model in the target, asked for and removed by the hundred: never a statement a
 * row.
 */
final class TargetTable {
  /** Rows a statement; at 500 the time a row no longer falls. */
  static final int BATCH = 500;

  private final Connection connection;
  private final Profile profile;
  private final Model model;
  private final String pk;

  TargetTable(Connection connection, Profile profile, Model model) {
    this.connection = connection;
    this.profile = profile;
    this.model = model;
    this.pk = Identifier.quote(model.primaryKey().column());
  }

  /** The rows of these keys as canonical values by column, by canonical key. */
  Map<String, Map<String, String>> rows(Collection<String> keys) throws SQLException {
    List<Field> fields = model.dataFields();
    String columns =
        fields.isEmpty() ? "" : ", " + Identifier.list(fields.stream().map(Field::column).toList());
    Map<String, Map<String, String>> found = new HashMap<>();
    query(
        "SELECT " + pk + columns + " FROM " + Identifier.quote(model.table()) + " WHERE " + pk,
        keys,
        row -> {
          Map<String, String> values = new LinkedHashMap<>();
          for (int i = 0; i < fields.size(); i++) {
            values.put(
                fields.get(i).column(),
                CanonicalValue.ofColumn(profile.kindOf(fields.get(i)), text(row, i + 2)));
          }
          found.put(row.getString(1), values);
        });
    return found;
  }

  /** The driver reads a half of a surrogate pair as a question mark. */
  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null || text.indexOf('\uFFFD') < 0 ? text : Utf8.decode(row.getBytes(column));
  }

  /** Which of these keys have a row. */
  Set<String> existing(Collection<String> keys) throws SQLException {
    Set<String> found = new HashSet<>();
    query(
        "SELECT " + pk + " FROM " + Identifier.quote(model.table()) + " WHERE " + pk,
        keys,
        row -> found.add(row.getString(1)));
    return found;
  }

  /**
   * The other ends of these owners in one many-to-many table, sorted, by owner; owners without any
   * are not in it.
   */
  Map<String, List<String>> ends(ManyToMany relation, Collection<String> owners)
      throws SQLException {
    Map<String, List<String>> found = new HashMap<>();
    String owner = Identifier.quote(relation.column());
    query(
        "SELECT "
            + owner
            + ", "
            + Identifier.quote(relation.reverseColumn())
            + " FROM "
            + Identifier.quote(relation.table())
            + " WHERE "
            + owner,
        owners,
        row ->
            found
                .computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                .add(row.getString(2)));
    found.values().forEach(Collections::sort);
    return found;
  }

  void delete(List<String> keys) throws SQLException {
    delete(model.table(), pk, keys);
  }

  void deleteEnds(ManyToMany relation, List<String> owners) throws SQLException {
    delete(relation.table(), Identifier.quote(relation.column()), owners);
  }

  private void delete(String table, String column, List<String> keys) throws SQLException {
    for (int from = 0; from < keys.size(); from += BATCH) {
      List<String> some = keys.subList(from, Math.min(keys.size(), from + BATCH));
      try (PreparedStatement delete =
          connection.prepareStatement(
              "DELETE FROM "
                  + Identifier.quote(table)
                  + " WHERE "
                  + column
                  + " IN ("
                  + marks(some.size())
                  + ")")) {
        bind(delete, some);
        delete.executeUpdate();
      }
    }
  }

  private void query(String select, Collection<String> keys, RowConsumer consumer)
      throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(select + " IN (" + marks(keys.size()) + ")")) {
      bind(statement, keys);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          consumer.accept(rows);
        }
      }
    }
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  /** Whole numbers go as numbers: compared with texts, MySQL would not use the key. */
  private void bind(PreparedStatement statement, Collection<String> keys) throws SQLException {
    boolean numeric = profile.kindOf(model.primaryKey()) == ValueKind.INTEGER;
    int index = 1;
    for (String key : keys) {
      if (numeric) {
        statement.setBigDecimal(index++, new BigDecimal(key));
      } else {
        statement.setString(index++, key);
      }
    }
  }

  @FunctionalInterface
  private interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }
}
