package org.fixtureferry.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.fixtureferry.verify.RowDifference.Kind;

/**
 * What differs in one table: all of it counted, the first rows listed, and those that an acceptance
 * names.
 */
final class TableDifferences {
  /** Rows listed a table: enough to see what happened, few enough to read. */
  static final int LISTED = 200;

  private final Predicate<String> named;
  private final List<RowDifference> listed = new ArrayList<>();
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final Map<Kind, Long> listedCounts = new EnumMap<>(Kind.class);
  private long same;

  TableDifferences(Predicate<String> named) {
    this.named = named;
  }

  void same(long rows) {
    same += rows;
  }

  void add(Kind kind, String key, List<Integer> columns) {
    counts.merge(kind, 1L, Long::sum);
    if (listedCounts.getOrDefault(kind, 0L) < LISTED || named.test(key)) {
      listedCounts.merge(kind, 1L, Long::sum);
      listed.add(new RowDifference(kind, key, columns));
    }
  }

  long same() {
    return same;
  }

  long count(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** Rows that are counted and not listed. */
  long unlisted(Kind kind) {
    return count(kind) - listedCounts.getOrDefault(kind, 0L);
  }

  List<RowDifference> listed() {
    return List.copyOf(listed);
  }
}
