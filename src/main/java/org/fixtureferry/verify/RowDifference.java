package org.fixtureferry.verify;

import java.util.List;

/**
 * A row that is not the same on both sides.
 *
 * @param key as SQL gives it, not yet fit to print
 * @param columns places of the columns that differ, where both sides have the row
 */
record RowDifference(Kind kind, String key, List<Integer> columns) {
  /** In what way. */
  enum Kind {
    MISSING,
    EXTRA,
    DIFFERS
  }
}
