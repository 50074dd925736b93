package org.fixtureferry.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.Key;
import org.fixtureferry.django.Table;

/**
 * Whether a table is what it should be: columns, types, NULL, defaults, keys and foreign keys
 * count; the order and the names of keys and constraints and the display width of integers do not.
 */
public final class SchemaComparison {
  private SchemaComparison() {}

  /** One difference, as a sentence about the table. */
  public record Difference(String table, String column, String text) {}

  public static List<Difference> compare(Table expected, Table actual) {
    List<Difference> differences = new ArrayList<>();
    compareColumns(expected, actual, differences);
    compareSets(expected.name(), "key", keys(expected), keys(actual), differences);
    compareSets(
        expected.name(), "foreign key", foreignKeys(expected), foreignKeys(actual), differences);
    return differences;
  }

  /** A type without the display width of integers, which MySQL 8 no longer prints. */
  public static String comparableType(String type) {
    return type.toLowerCase(Locale.ROOT)
        .replaceAll("\\b((?:tiny|small|medium|big)?int)\\(\\d+\\)", "$1");
  }

  private static void compareColumns(Table expected, Table actual, List<Difference> differences) {
    String table = expected.name();
    for (Column column : expected.columns()) {
      actual
          .column(column.name())
          .ifPresentOrElse(
              other -> compareColumn(table, column, other, differences),
              () ->
                  differences.add(
                      new Difference(
                          table, column.name(), "column " + column.name() + " is missing")));
    }
    for (Column column : actual.columns()) {
      if (expected.column(column.name()).isEmpty()) {
        differences.add(
            new Difference(table, column.name(), "column " + column.name() + " is one too many"));
      }
    }
  }

  private static void compareColumn(
      String table, Column expected, Column actual, List<Difference> differences) {
    if (!comparableType(expected.type()).equals(comparableType(actual.type()))) {
      differences.add(
          new Difference(
              table,
              expected.name(),
              "column "
                  + expected.name()
                  + " is "
                  + actual.type()
                  + ", expected "
                  + expected.type()));
    }
    if (expected.nullable() != actual.nullable()) {
      differences.add(
          new Difference(
              table,
              expected.name(),
              "column "
                  + expected.name()
                  + (actual.nullable() ? " takes NULL" : " does not take NULL")));
    }
    if (!expected.defaultValue().equals(actual.defaultValue())) {
      differences.add(
          new Difference(
              table,
              expected.name(),
              "column "
                  + expected.name()
                  + " has default "
                  + actual.defaultValue().orElse("none")
                  + ", expected "
                  + expected.defaultValue().orElse("none")));
    }
    if (expected.autoIncrement() != actual.autoIncrement()) {
      differences.add(
          new Difference(
              table,
              expected.name(),
              "column "
                  + expected.name()
                  + (actual.autoIncrement() ? " counts by itself" : " has no AUTO_INCREMENT")));
    }
  }

  private static void compareSets(
      String table,
      String what,
      Set<String> expected,
      Set<String> actual,
      List<Difference> differences) {
    for (String each : expected) {
      if (!actual.contains(each)) {
        differences.add(new Difference(table, null, what + " " + each + " is missing"));
      }
    }
    for (String each : actual) {
      if (!expected.contains(each)) {
        differences.add(new Difference(table, null, what + " " + each + " is one too many"));
      }
    }
  }

  private static Set<String> keys(Table table) {
    Map<Key.Kind, String> names =
        Map.of(Key.Kind.PRIMARY, "primary", Key.Kind.UNIQUE, "unique", Key.Kind.INDEX, "index");
    Set<List<String>> unique =
        table.keys().stream()
            .filter(key -> key.kind() != Key.Kind.INDEX)
            .map(Key::columns)
            .collect(Collectors.toSet());
    return table.keys().stream()
        // An index over the columns of a unique key is one that InnoDB may or may not make beside
        // it.
        .filter(key -> key.kind() != Key.Kind.INDEX || !unique.contains(key.columns()))
        .map(key -> names.get(key.kind()) + " (" + String.join(", ", key.columns()) + ")")
        .collect(Collectors.toSet());
  }

  private static Set<String> foreignKeys(Table table) {
    return table.foreignKeys().stream()
        .map(key -> key.column() + " → " + key.toTable() + "." + key.toColumn())
        .collect(Collectors.toSet());
  }
}
