package org.fixtureferry.connect;

import java.util.List;

/**
 * How long the site will be held while Export reads: one second, and for each 20,000 rows and each
 * 10 MB another. Export reads every row twice under the lock, once to write it and once to sum it.
 */
final class HoldEstimate {
  private static final long ROWS_A_SECOND = 20_000;
  private static final long BYTES_A_SECOND = 10_000_000;

  private HoldEstimate() {}

  static long seconds(List<SurveyedTable> tables) {
    long rows = tables.stream().mapToLong(table -> Math.max(0, table.rows())).sum();
    long bytes = tables.stream().mapToLong(SurveyedTable::bytes).sum();
    return 1 + rows / ROWS_A_SECOND + bytes / BYTES_A_SECOND;
  }
}
