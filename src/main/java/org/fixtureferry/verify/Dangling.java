package org.fixtureferry.verify;

import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Lookups;

/**
 * The rows of a table whose column points at no row of another.
 *
 * @param further SQL that narrows the rows down, from " AND " on; empty for all
 */
record Dangling(String table, String column, String toTable, String toColumn, String further) {
  private static final String END = "o";

  String count() {
    return "SELECT COUNT(*)" + rows();
  }

  /** The first few: the key that names each, and what its column holds. */
  String sample(String key, int rows) {
    String pk = Lookups.column(Lookups.BASE, key);
    return "SELECT " + pk + ", " + reference() + rows() + " ORDER BY " + pk + " LIMIT " + rows;
  }

  private String reference() {
    return Lookups.column(Lookups.BASE, column);
  }

  private String rows() {
    String end = Lookups.column(END, toColumn);
    return " FROM %1$s %2$s LEFT JOIN %3$s %4$s ON %5$s = %6$s WHERE %6$s IS NOT NULL AND %5$s IS NULL%7$s"
        .formatted(
            Identifier.quote(table),
            Lookups.BASE,
            Identifier.quote(toTable),
            END,
            end,
            reference(),
            further);
  }
}
