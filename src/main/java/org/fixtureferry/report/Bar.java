package org.fixtureferry.report;

import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.report.ReportSection.Share;

/**
 * Shares of a whole, laid out along a line of a thousand units. A share that is empty is not drawn;
 * any other is wide enough to be seen: one row among a million matters.
 */
public record Bar(List<Part> parts) {
  public static final double WIDTH = 1_000;

  private static final double LEAST = 6;

  public Bar {
    parts = List.copyOf(parts);
  }

  /** A share and where it is drawn. */
  public record Part(Share share, double from, double width) {}

  public static Bar of(List<Share> shares) {
    List<Share> shown = shares.stream().filter(share -> share.count() > 0).toList();
    double total = shown.stream().mapToLong(Share::count).sum();
    double spare = WIDTH - LEAST * shown.size();
    double from = 0;
    List<Part> parts = new ArrayList<>();
    for (Share share : shown) {
      double width = LEAST + spare * share.count() / total;
      parts.add(new Part(share, from, width));
      from += width;
    }
    return new Bar(parts);
  }
}
