package org.fixtureferry.django;

import java.util.List;

/**
 * Rows that syncdb puts into a fresh database: content types, permissions, the default site. Values
 * are strings or whole numbers.
 */
public record InitialRows(String table, List<String> columns, List<List<Object>> rows) {
  public InitialRows {
    Check.present("table of initial rows", table);
    columns = Check.list(columns);
    rows = Check.list(rows).stream().map(List::copyOf).toList();
  }
}
