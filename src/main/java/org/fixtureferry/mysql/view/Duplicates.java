package org.fixtureferry.mysql.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.django.Key;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Lookups;

/**
 * Rows that a unique key of the target will not take beside an earlier row (of lower primary key).
 * Asked only where the source itself does not already keep them apart, under the target's
 * collation.
 */
final class Duplicates {
  private Duplicates() {}

  /** The unique keys of a table that the source does not vouch for. */
  static List<Key> unproven(
      Profile profile,
      String table,
      Map<String, Table> schema,
      Map<String, CatalogColumn> columns) {
    List<Key> keys = new ArrayList<>();
    Table standing = schema.get(table);
    for (Key key : profile.table(table).map(Table::keys).orElse(List.of())) {
      boolean vouched =
          standing != null
              && standing.keys().stream()
                  .anyMatch(
                      each ->
                          each.kind() != Key.Kind.INDEX
                              && key.columns().containsAll(each.columns()))
              && key.columns().stream()
                  .allMatch(column -> sameCollation(profile, columns.get(column)));
      if (key.kind() != Key.Kind.INDEX && !vouched && columns.keySet().containsAll(key.columns())) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** SQL that is true where the row of an alias repeats an earlier one. */
  static String later(
      Profile profile,
      String table,
      String pk,
      Key key,
      Map<String, CatalogColumn> columns,
      String alias) {
    List<String> inner = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> joins = new ArrayList<>();
    for (String column : key.columns()) {
      String name = "k" + names.size();
      names.add(name);
      inner.add(
          comparable(profile, columns.get(column), Lookups.column("n", column)) + " AS " + name);
      joins.add(
          "g."
              + name
              + " = "
              + comparable(profile, columns.get(column), Lookups.column("b", column)));
    }
    String quoted = Identifier.quote(table);
    String groups =
        "SELECT MIN(n.pk) AS keep, "
            + String.join(", ", names)
            + " FROM (SELECT "
            + Lookups.column("n", pk)
            + " AS pk, "
            + String.join(", ", inner)
            + " FROM "
            + quoted
            + " n) n GROUP BY "
            + String.join(", ", names)
            + " HAVING COUNT(*) > 1 AND "
            + String.join(" IS NOT NULL AND ", names)
            + " IS NOT NULL";
    // Wrapped once more: a derived table is read once, a plain subquery once for every row.
    return Lookups.column(alias, pk)
        + " IN (SELECT x.pk FROM (SELECT "
        + Lookups.column("b", pk)
        + " AS pk FROM "
        + quoted
        + " b JOIN ("
        + groups
        + ") g ON "
        + String.join(" AND ", joins)
        + " WHERE "
        + Lookups.column("b", pk)
        + " > g.keep) x)";
  }

  private static String comparable(Profile profile, CatalogColumn column, String value) {
    return column.charset().isEmpty()
        ? value
        : "CONVERT(" + value + " USING " + profile.charset() + ") COLLATE " + profile.collation();
  }

  private static boolean sameCollation(Profile profile, CatalogColumn column) {
    Optional<String> collation = Optional.ofNullable(column).flatMap(CatalogColumn::collation);
    return column != null
        && (collation.isEmpty()
            || collation.get().replaceFirst("^utf8mb3_", "utf8_").equals(profile.collation()));
  }
}
