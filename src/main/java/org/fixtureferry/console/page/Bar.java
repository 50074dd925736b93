package org.fixtureferry.console.page;

import java.util.ArrayList;
import java.util.List;

/** A piece of a bar that shows how a whole divides. */
public record Bar(String name, long count, long start, long length) {
  /** So that a few among very many are still seen. */
  private static final long LEAST = 6;

  /** Pieces without a count are left out. */
  static List<Bar> of(long whole, List<String> names, List<Long> counts) {
    long all = counts.stream().mapToLong(Long::longValue).sum();
    List<Bar> bars = new ArrayList<>();
    long start = 0;
    for (int i = 0; i < names.size(); i++) {
      long count = counts.get(i);
      if (count > 0) {
        long length = Math.min(Math.max(LEAST, whole * count / all), whole - start);
        bars.add(new Bar(names.get(i), count, start, length));
        start += length;
      }
    }
    return bars;
  }
}
