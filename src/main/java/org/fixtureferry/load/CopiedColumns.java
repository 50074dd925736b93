package org.fixtureferry.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fixtureferry.django.Model;
import org.fixtureferry.fixture.CopiedRows.Part;
import org.fixtureferry.fixture.CopiedRows.Value;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/** Columns of a model's table that the model does not know; its rows come with the fixture. */
final class CopiedColumns extends CopiedPart {
  private final Model model;
  private final LoadSettings.Changed policy;
  private final Set<String> kept = new HashSet<>();
  private long changed;

  CopiedColumns(
      Connection connection,
      Part part,
      Map<String, CatalogColumn> columns,
      Model model,
      LoadSettings settings) {
    super(connection, part, columns);
    this.model = model;
    this.policy = settings.changedOf(model.label());
  }

  @Override
  void compare(List<List<Value>> rows) throws SQLException {
    Map<String, List<Value>> standing = standing(rows);
    for (List<Value> row : rows) {
      List<Value> actual = standing.get(nameOf(row));
      if (actual != null && !same(row, actual)) {
        changed++;
        if (policy == LoadSettings.Changed.KEEP) {
          kept.add(nameOf(row));
        }
      }
    }
  }

  @Override
  Optional<Finding> finish() {
    if (changed == 0 || policy != LoadSettings.Changed.STOP) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.of(
                "changed-in-target",
                Severity.STOPS,
                "Rows of "
                    + model.label()
                    + " have other values in copied columns in the target. Decide: conflicts: {"
                    + model.label()
                    + ": update} or keep.")
            .at(model.label(), part.table())
            .counting(changed, List.of())
            .decide(List.of("update", "keep", "stop"), null));
  }

  @Override
  void makeRoom() {}

  @Override
  void write(List<List<Value>> rows) throws SQLException {
    Map<String, List<Value>> standing = standing(rows);
    List<List<Value>> different =
        rows.stream()
            .filter(row -> !kept.contains(nameOf(row)))
            .filter(row -> standing.containsKey(nameOf(row)))
            .filter(row -> !same(row, standing.get(nameOf(row))))
            .toList();
    if (different.isEmpty()) {
      return;
    }
    List<String> copied = part.columns().subList(1, part.columns().size());
    String key = Identifier.quote(part.key().get(0));
    String whens = " WHEN ? THEN ?".repeat(different.size());
    String sql =
        "UPDATE "
            + table
            + " SET "
            + copied.stream()
                .map(Identifier::quote)
                .map(name -> name + " = CASE " + key + whens + " ELSE " + name + " END")
                .collect(Collectors.joining(", "))
            + " WHERE "
            + keyIn(different.size());
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      int index = 1;
      for (int column = 1; column <= copied.size(); column++) {
        for (List<Value> row : different) {
          index = bindKeys(update, index, List.of(keyOf(row)));
          bind(update, index++, row.get(column));
        }
      }
      bindKeys(update, index, different.stream().map(this::keyOf).toList());
      update.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** What a new row holds in a column without a default until its own value is written. */
  Map<String, String> placeholders() {
    Map<String, String> placeholders = new LinkedHashMap<>();
    for (String name : part.columns()) {
      CatalogColumn column = columns.get(name);
      boolean needed =
          !part.key().contains(name)
              && !column.column().nullable()
              && column.column().defaultValue().isEmpty()
              && !column.column().autoIncrement();
      if (needed) {
        placeholders.put(name, placeholder(column.column().type()));
      }
    }
    return placeholders;
  }

  private static String placeholder(String type) {
    return switch (type.toLowerCase(java.util.Locale.ROOT).replaceAll("\\W.*", "")) {
      case "date" -> "'2000-01-01'";
      case "datetime", "timestamp" -> "'2000-01-01 00:00:00'";
      case "time" -> "'00:00:00'";
      case "enum" -> "1";
      case "char", "varchar", "set", "binary", "varbinary" -> "''";
      case "text", "tinytext", "mediumtext", "longtext", "blob", "tinyblob", "mediumblob" -> "''";
      case "longblob" -> "''";
      default -> "0";
    };
  }

  @Override
  long added() {
    return 0;
  }

  @Override
  long changed() {
    return policy == LoadSettings.Changed.UPDATE ? changed : 0;
  }

  @Override
  long removed() {
    return 0;
  }
}
