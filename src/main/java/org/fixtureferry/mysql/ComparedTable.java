package org.fixtureferry.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.FieldType;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.django.ValueKind;

/**
 * How the rows of one table are told apart and compared between two databases, with the expected
 * differences taken out: content types, permissions and what points at them by natural key,
 * many-to-many rows without their surrogate ids.
 *
 * @param model label of the model that the table belongs to
 * @param field the many-to-many field that the table is of; null for a model's own table
 * @param from FROM clause with the joins that natural keys need
 * @param key SQL that names a row: a whole number, or a text
 * @param numericKey whether the key is a whole number, which can be cut into ranges
 * @param secretKey whether the key may be printed only as a hash
 * @param range SQL of the whole number that ranges cut; the key itself, or a many-to-many row's
 *     owner; null where there is none
 * @param columns what is compared
 */
public record ComparedTable(
    String model,
    String field,
    String table,
    String from,
    String key,
    boolean numericKey,
    boolean secretKey,
    String range,
    List<ComparedColumn> columns) {

  public ComparedTable {
    columns = List.copyOf(columns);
  }

  /**
   * Every table that the profile's models live in: each model's own, then its many-to-many tables.
   */
  public static List<ComparedTable> all(
      Profile profile, Map<String, Map<String, CatalogColumn>> catalog) {
    return all(profile, catalog, Identifier::quote);
  }

  /**
   * The same, read through a view.
   *
   * @param rows gives what stands for a table in a FROM clause
   */
  public static List<ComparedTable> all(
      Profile profile,
      Map<String, Map<String, CatalogColumn>> catalog,
      UnaryOperator<String> rows) {
    List<ComparedTable> tables = new ArrayList<>();
    for (Model model : profile.models()) {
      tables.add(ofModel(profile, model, catalog.getOrDefault(model.table(), Map.of()), rows));
      for (ManyToMany relation : model.manyToMany()) {
        tables.add(ofRelation(profile, model, relation, rows));
      }
    }
    return tables;
  }

  private static ComparedTable ofModel(
      Profile profile,
      Model model,
      Map<String, CatalogColumn> catalog,
      UnaryOperator<String> rows) {
    Lookups lookups = new Lookups(profile, model.table(), rows);
    List<ComparedColumn> columns = new ArrayList<>();
    for (Field field : model.dataFields()) {
      if (model.naturalKey().stream()
          .anyMatch(part -> part.equals(field.name()) || part.startsWith(field.name() + "__"))) {
        continue; // it is in the key
      }
      CatalogColumn column = catalog.get(field.column());
      String value = inUtf8(value(profile, lookups, field), column);
      boolean text =
          profile.kindOf(field) == ValueKind.TEXT || isText(column) || isNatural(profile, field);
      columns.add(
          new ComparedColumn(
              field.column(),
              field.name(),
              value,
              text ? hashed(value) : measured(value),
              profile.isSecret(model, field)));
    }
    boolean natural = model.hasNaturalKey();
    boolean numeric = !natural && profile.kindOf(model.primaryKey()) == ValueKind.INTEGER;
    String primary = Lookups.column(Lookups.BASE, model.primaryKey().column());
    // A permission whose content type is gone has no natural key; its number then names it.
    String key =
        natural
            ? "IFNULL("
                + lookups.naturalKeyOf(Lookups.BASE, model)
                + ", CONCAT('#', "
                + primary
                + "))"
            : numeric ? primary : inUtf8(primary, catalog.get(model.primaryKey().column()));
    return new ComparedTable(
        model.label(),
        null,
        model.table(),
        lookups.from(),
        key,
        numeric,
        profile.isSecret(model, model.primaryKey()),
        numeric ? key : null,
        columns);
  }

  /**
   * A table that no model knows: all its columns, by its primary key; without one each row is its
   * own key.
   */
  public static ComparedTable ofCopied(Table table, Map<String, CatalogColumn> catalog) {
    List<String> primary = table.primaryKey();
    List<ComparedColumn> columns = new ArrayList<>();
    for (Column each : table.columns()) {
      CatalogColumn column = catalog.get(each.name());
      String value = inUtf8(Lookups.column(Lookups.BASE, each.name()), column);
      boolean text = isText(column) || each.type().startsWith("bit");
      columns.add(
          new ComparedColumn(
              each.name(), each.name(), value, text ? hashed(value) : measured(value), false));
    }
    boolean numeric =
        primary.size() == 1
            && table.column(primary.get(0)).orElseThrow().type().matches("(?i).*int\\b.*");
    String whole =
        "MD5(CONCAT("
            + String.join(", ", columns.stream().map(ComparedColumn::token).toList())
            + "))";
    String key =
        primary.isEmpty()
            ? whole
            : numeric
                ? Lookups.column(Lookups.BASE, primary.get(0))
                : "CONCAT_WS(', ', "
                    + String.join(
                        ", ",
                        columns.stream()
                            .filter(column -> primary.contains(column.column()))
                            .map(ComparedColumn::expression)
                            .toList())
                    + ")";
    return new ComparedTable(
        table.name(),
        null,
        table.name(),
        Identifier.quote(table.name()) + " " + Lookups.BASE,
        key,
        numeric,
        false,
        numeric ? key : null,
        columns.stream().filter(column -> !numeric || !primary.contains(column.column())).toList());
  }

  private static ComparedTable ofRelation(
      Profile profile, Model owner, ManyToMany relation, UnaryOperator<String> rows) {
    Lookups lookups = new Lookups(profile, relation.table(), rows);
    Model other = profile.require(relation.to());
    String from = Lookups.column(Lookups.BASE, relation.column());
    String to = Lookups.column(Lookups.BASE, relation.reverseColumn());
    String otherEnd =
        other.hasNaturalKey() ? lookups.naturalKey(to, other, other.primaryKey()) : to;
    String key = "CONCAT(IFNULL(" + from + ", '?'), ' → ', IFNULL(" + otherEnd + ", '?'))";
    boolean numeric = profile.kindOf(owner.primaryKey()) == ValueKind.INTEGER;
    return new ComparedTable(
        owner.label(),
        relation.name(),
        relation.table(),
        lookups.from(),
        key,
        false,
        false,
        numeric ? from : null,
        List.of());
  }

  private static String value(Profile profile, Lookups lookups, Field field) {
    String column = Lookups.column(Lookups.BASE, field.column());
    if (field.type() == FieldType.DECIMAL) {
      // A source may hold the same number in another type; what its digits would lose the survey
      // names.
      return "CAST("
          + column
          + " AS DECIMAL("
          + field.maxDigits()
          + ","
          + field.decimalPlaces()
          + "))";
    }
    if (!isNatural(profile, field)) {
      return column;
    }
    Model to = profile.require(field.to().orElseThrow());
    return lookups.naturalKey(column, to, profile.referenced(field, to));
  }

  private static boolean isNatural(Profile profile, Field field) {
    return field.to().map(profile::require).filter(Model::hasNaturalKey).isPresent();
  }

  private static boolean isText(CatalogColumn column) {
    return column != null
        && column.column().type().matches("(?s).*(char|text|blob|binary|enum|set).*");
  }

  /**
   * The token of text: its hash, straight from the column. So a row's tokens together stay far
   * below the smallest max_allowed_packet, beyond which any function that copies (CAST, CONCAT)
   * gives NULL. The length of a column may differ between the two sides; the form of its token may
   * not.
   */
  private static String hashed(String value) {
    return "IF(" + value + " IS NULL, '-', MD5(" + value + "))";
  }

  /** The token of numbers and dates: their text with its length, so that no two rows read alike. */
  private static String measured(String value) {
    String bytes = "CAST(" + value + " AS BINARY)";
    return "IF(" + value + " IS NULL, '-', CONCAT(LENGTH(" + bytes + "), ':', " + bytes + "))";
  }

  /** A text in UTF-8, whatever its column's charset; anything else as it is. */
  public static String inUtf8(String value, CatalogColumn column) {
    String charset = column == null ? "utf8" : column.charset().orElse("utf8");
    if (charset.startsWith("utf8") || charset.equals("binary")) {
      return value;
    }
    // These hold characters that utf8 of MySQL's three bytes would turn into question marks.
    boolean wide =
        charset.startsWith("utf16") || charset.equals("utf32") || charset.startsWith("gb18030");
    return "CONVERT(" + value + " USING " + (wide ? "utf8mb4" : "utf8") + ")";
  }

  /** The key's bytes, which compare and sort alike on every server, whatever the collation. */
  public String keyBytes() {
    return "CAST(" + key + " AS BINARY)";
  }

  /** SQL that puts the rows into an order that both servers agree on. */
  public String order() {
    return numericKey ? key : keyBytes();
  }

  /** The same table with only these columns compared: those that both sides have. */
  public ComparedTable withColumns(List<ComparedColumn> others) {
    return new ComparedTable(model, field, table, from, key, numericKey, secretKey, range, others);
  }

  /** The MD5 of one row, as SQL; NULL where the server could not compute a part of it. */
  public String rowHash() {
    List<String> parts = new ArrayList<>();
    parts.add("MD5(" + keyBytes() + ")");
    columns.forEach(column -> parts.add(column.token()));
    return "MD5(CONCAT(" + String.join(", '|', ", parts) + "))";
  }

  /** How a row's key is printed. */
  public String printableKey(String value) {
    return secretKey ? org.fixtureferry.report.SecretHash.of(value) : value;
  }
}
