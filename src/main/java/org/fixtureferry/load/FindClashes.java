package org.fixtureferry.load;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.Key;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.ValueKind;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Sql;

/**
 * Asks the target which of its rows hold a unique value of an object that has another primary key:
 * one question a unique key and batch.
 */
final class FindClashes {
  private final Connection connection;
  private final Profile profile;
  private final Model model;
  private final List<List<Field>> uniqueKeys;

  FindClashes(Connection connection, Profile profile, Model model) {
    this.connection = connection;
    this.profile = profile;
    this.model = model;
    this.uniqueKeys =
        profile.table(model.table()).stream()
            .flatMap(table -> table.keys().stream())
            .filter(key -> key.kind() == Key.Kind.UNIQUE)
            .map(Key::columns)
            .distinct()
            .map(this::fields)
            .filter(fields -> !fields.isEmpty())
            .toList();
  }

  /** None where a column of the key is no data field of the model. */
  private List<Field> fields(List<String> columns) {
    List<Field> fields =
        model.dataFields().stream().filter(field -> columns.contains(field.column())).toList();
    return fields.size() == columns.size() ? fields : List.of();
  }

  /** Whether there can be any. */
  boolean possible() throws SQLException {
    return !uniqueKeys.isEmpty()
        && !Sql.list(
                connection,
                "SELECT 1 FROM " + Identifier.quote(model.table()) + " LIMIT 1",
                row -> 1)
            .isEmpty();
  }

  /** By the object's primary key. */
  Map<String, ObjectDiff.Clash> of(List<ExpectedRow> rows) throws SQLException {
    Map<String, ObjectDiff.Clash> clashes = new HashMap<>();
    for (List<Field> key : uniqueKeys) {
      List<ExpectedRow> asked =
          rows.stream().filter(row -> !values(row.values(), key).contains(null)).toList();
      if (!asked.isEmpty()) {
        find(key, asked, clashes);
      }
    }
    return clashes;
  }

  private void find(List<Field> key, List<ExpectedRow> rows, Map<String, ObjectDiff.Clash> clashes)
      throws SQLException {
    Map<List<String>, List<String>> wanted = new HashMap<>();
    for (ExpectedRow row : rows) {
      wanted
          .computeIfAbsent(folded(values(row.values(), key)), values -> new ArrayList<>())
          .add(row.pk());
    }
    String one =
        key.stream()
            .map(field -> Identifier.quote(field.column()) + " = ?")
            .collect(Collectors.joining(" AND ", "(", ")"));
    String sql =
        "SELECT "
            + Identifier.quote(model.primaryKey().column())
            + ", "
            + Identifier.list(key.stream().map(Field::column).toList())
            + " FROM "
            + Identifier.quote(model.table())
            + " WHERE "
            + rows.stream().map(row -> one).collect(Collectors.joining(" OR "));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int index = 1;
      for (ExpectedRow row : rows) {
        for (Field field : key) {
          String value = row.values().get(field.column());
          if (profile.kindOf(field) == ValueKind.INTEGER) {
            statement.setBigDecimal(index++, new BigDecimal(value));
          } else {
            statement.setString(index++, value);
          }
        }
      }
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          String pk = found.getString(1);
          List<String> values = new ArrayList<>();
          for (int i = 0; i < key.size(); i++) {
            values.add(CanonicalValue.ofColumn(profile.kindOf(key.get(i)), found.getString(i + 2)));
          }
          List<String> names = key.stream().map(Field::name).toList();
          wanted.getOrDefault(folded(values), List.of()).stream()
              .filter(own -> !own.equals(pk))
              .forEach(own -> clashes.putIfAbsent(own, new ObjectDiff.Clash(pk, names)));
        }
      }
    }
  }

  private static List<String> values(Map<String, String> row, List<Field> key) {
    return key.stream().map(field -> row.get(field.column())).toList();
  }

  /**
   * Nearly as the server compares: without regard to case and blanks at the end. What it thinks
   * alike beyond that is told by the insert.
   */
  private static List<String> folded(List<String> values) {
    return values.stream()
        .filter(Objects::nonNull)
        .map(value -> value.stripTrailing().toLowerCase(java.util.Locale.ROOT))
        .toList();
  }
}
