package org.fixtureferry.report;

import java.util.List;

/**
 * A table of a report.
 *
 * @param rows texts, as many a row as there are columns; numbers written by {@link Wording}
 */
public record ReportTable(String caption, List<Column> columns, List<List<String>> rows) {
  public ReportTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "Table \"" + caption + "\": a row has " + row.size() + " cells, not " + columns.size());
      }
    }
  }

  /** A column; numbers stand to the right. */
  public record Column(String name, boolean number) {
    public static Column text(String name) {
      return new Column(name, false);
    }

    public static Column number(String name) {
      return new Column(name, true);
    }
  }
}
