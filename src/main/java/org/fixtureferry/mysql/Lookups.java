package org.fixtureferry.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;

/**
 * Builds a FROM clause around one table and follows Django's lookups from it, such as {@code
 * content_type__app_label}; each relation on the way becomes one LEFT JOIN, so that no row of the
 * first table is ever lost.
 */
public final class Lookups {
  /** Alias of the first table. */
  public static final String BASE = "t";

  private final Profile profile;
  private final UnaryOperator<String> rows;
  private final StringBuilder from = new StringBuilder();
  private final Map<String, String> joins = new LinkedHashMap<>();

  public Lookups(Profile profile, String table) {
    this(profile, table, Identifier::quote);
  }

  /**
   * @param rows gives what stands for a table in a FROM clause: its quoted name, or a subquery
   */
  public Lookups(Profile profile, String table, UnaryOperator<String> rows) {
    this.profile = profile;
    this.rows = rows;
    from.append(rows.apply(table)).append(' ').append(BASE);
  }

  public String from() {
    return from.toString();
  }

  public static String column(String alias, String column) {
    return alias + "." + Identifier.quote(column);
  }

  /**
   * Joins the table of {@code to} where its column equals an expression; asked twice, it joins
   * once.
   */
  public String join(String expression, Model to, Field toField) {
    return joins.computeIfAbsent(
        expression,
        e -> {
          String alias = "j" + (joins.size() + 1);
          from.append(" LEFT JOIN ").append(rows.apply(to.table())).append(' ').append(alias);
          from.append(" ON ")
              .append(column(alias, toField.column()))
              .append(" = ")
              .append(expression);
          return alias;
        });
  }

  /** The expression that a lookup names, seen from the row of {@code model} under {@code alias}. */
  public String expression(String alias, Model model, String lookup) {
    int separator = lookup.indexOf("__");
    String name = separator < 0 ? lookup : lookup.substring(0, separator);
    Field field =
        name.equals("pk")
            ? model.primaryKey()
            : model
                .field(name)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "Model " + model + " has no field " + name + "."));
    if (separator < 0) {
      return column(alias, field.column());
    }
    Model to = profile.require(field.to().orElseThrow());
    String joined = join(column(alias, field.column()), to, profile.referenced(field, to));
    return expression(joined, to, lookup.substring(separator + 2));
  }

  /**
   * Terms of ORDER BY: the model's Meta.ordering, then its primary key, so that the order is the
   * same every time (Django alone leaves ties to the server).
   */
  public List<String> ordering(String alias, Model model) {
    List<String> terms = new ArrayList<>();
    for (String each : model.ordering()) {
      boolean descending = each.startsWith("-");
      terms.add(
          expression(alias, model, descending ? each.substring(1) : each)
              + (descending ? " DESC" : ""));
    }
    String key = column(alias, model.primaryKey().column());
    if (!terms.contains(key) && !terms.contains(key + " DESC")) {
      terms.add(key);
    }
    return terms;
  }

  /**
   * The natural key of the row that a column points at, as one text; the bare number after a #
   * where it points at nothing; NULL where it is NULL.
   */
  public String naturalKey(String reference, Model to, Field toField) {
    String alias = join(reference, to, toField);
    return "IF("
        + reference
        + " IS NULL, NULL, IFNULL("
        + naturalKeyOf(alias, to)
        + ", CONCAT('#', "
        + reference
        + ")))";
  }

  /** The natural key of the row under an alias, as one text such as "edumanage.institution". */
  public String naturalKeyOf(String alias, Model model) {
    return "CONCAT("
        + String.join(
            ", '.', ",
            model.naturalKey().stream().map(part -> expression(alias, model, part)).toList())
        + ")";
  }

  /** The column of a many-to-many table that holds the owner. */
  public static String owner(ManyToMany relation) {
    return column(BASE, relation.column());
  }
}
