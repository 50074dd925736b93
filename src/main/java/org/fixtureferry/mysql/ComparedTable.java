package org.fixtureferry.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
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
    List<ComparedTable> tables = new ArrayList<>();
    for (Model model : profile.models()) {
      tables.add(ofModel(profile, model, catalog.getOrDefault(model.table(), Map.of())));
      for (ManyToMany relation : model.manyToMany()) {
        tables.add(ofRelation(profile, model, relation));
      }
    }
    return tables;
  }

  private static ComparedTable ofModel(
      Profile profile, Model model, Map<String, CatalogColumn> catalog) {
    Lookups lookups = new Lookups(profile, model.table());
    List<ComparedColumn> columns = new ArrayList<>();
    for (Field field : model.dataFields()) {
      if (model.naturalKey().stream()
          .anyMatch(part -> part.equals(field.name()) || part.startsWith(field.name() + "__"))) {
        continue; // it is in the key
      }
      String value = value(profile, lookups, model, field);
      columns.add(
          new ComparedColumn(
              field.column(),
              field.name(),
              value,
              token(value, profile.kindOf(field), catalog.get(field.column())),
              profile.isSecret(model, field)));
    }
    boolean natural = model.hasNaturalKey();
    boolean numeric = !natural && profile.kindOf(model.primaryKey()) == ValueKind.INTEGER;
    String key =
        natural
            ? lookups.naturalKeyOf(Lookups.BASE, model)
            : Lookups.column(Lookups.BASE, model.primaryKey().column());
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

  private static ComparedTable ofRelation(Profile profile, Model owner, ManyToMany relation) {
    Lookups lookups = new Lookups(profile, relation.table());
    Model other = profile.require(relation.to());
    String from = Lookups.column(Lookups.BASE, relation.column());
    String to = Lookups.column(Lookups.BASE, relation.reverseColumn());
    String otherEnd =
        other.hasNaturalKey() ? lookups.naturalKey(to, other, other.primaryKey()) : to;
    String key = "CONCAT(" + from + ", ' → ', " + otherEnd + ")";
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

  private static String value(Profile profile, Lookups lookups, Model model, Field field) {
    String column = Lookups.column(Lookups.BASE, field.column());
    if (field.to().isEmpty()) {
      return column;
    }
    Model to = profile.require(field.to().get());
    return to.hasNaturalKey()
        ? lookups.naturalKey(column, to, profile.referenced(field, to))
        : column;
  }

  /**
   * Long text is hashed by itself, straight from the column: any function that would copy it first
   * (CAST, CONCAT) gives NULL beyond max_allowed_packet. Everything else goes in with its length,
   * so that no two rows of values read alike.
   */
  private static String token(String value, ValueKind kind, CatalogColumn column) {
    String type = column == null ? "" : column.column().type();
    if (kind == ValueKind.TEXT && (type.endsWith("text") || type.endsWith("blob"))) {
      return "IFNULL(MD5(" + inUtf8(value, column) + "), '-')";
    }
    String bytes =
        "CAST(" + (kind == ValueKind.TEXT ? inUtf8(value, column) : value) + " AS BINARY)";
    return "IFNULL(CONCAT(LENGTH(" + bytes + "), ':', " + bytes + "), '-')";
  }

  private static String inUtf8(String value, CatalogColumn column) {
    String charset = column == null ? "utf8" : column.charset().orElse("utf8");
    return charset.startsWith("utf8") || charset.equals("binary")
        ? value
        : "CONVERT(" + value + " USING utf8)";
  }

  /** The MD5 of one row, as SQL. */
  public String rowHash() {
    List<String> parts = new ArrayList<>();
    parts.add("CAST(" + key + " AS BINARY)");
    columns.forEach(column -> parts.add(column.token()));
    return "MD5(CONCAT_WS('|', " + String.join(", ", parts) + "))";
  }

  /** How a row's key is printed. */
  public String printableKey(String value) {
    return secretKey ? org.fixtureferry.report.SecretHash.of(value) : value;
  }
}
