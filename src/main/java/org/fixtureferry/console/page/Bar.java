package org.fixtureferry.console.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a bar that shows how a whole divides.
 *
 * @param shade which of the bar's colours it has
 */
public record Bar(String label, long count, long start, long length, int shade) {
  /** So that a few among very many are still seen. */
  private static final long LEAST = 6;

  private static final int SHADES = 6;

  /** Pieces without a count are left out. */
  static List<Bar> of(long whole, List<String> labels, List<Long> counts) {
    long all = counts.stream().mapToLong(Long::longValue).sum();
    List<Bar> bars = new ArrayList<>();
    long start = 0;
    for (int i = 0; i < labels.size(); i++) {
      long count = counts.get(i);
      if (count > 0) {
        long length = Math.min(Math.max(LEAST, whole * count / all), whole - start);
        bars.add(new Bar(labels.get(i), count, start, length, i % SHADES));
        start += length;
      }
    }
    return bars;
  }
}
