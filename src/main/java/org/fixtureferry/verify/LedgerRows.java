package org.fixtureferry.verify;

import java.util.List;

/**
 * Some of the rows that stand behind a number of the ledger, as the source holds them now.
 *
 * @param all how many the source has of them now
 * @param page from 1
 */
public record LedgerRows(List<Row> rows, long all, int page, int pages) {
  public LedgerRows {
    rows = List.copyOf(rows);
  }

  /**
   * A row of the source.
   *
   * @param key its primary key, or both ends of a many-to-many row; a short hash where it is a
   *     secret
   * @param text what names it to a person; empty where nothing does
   * @param reason the findings and decisions that brought it here; empty where none did
   */
  public record Row(String key, String text, String reason) {}
}
