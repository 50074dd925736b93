package org.fixtureferry.report;

import java.util.List;
import java.util.Locale;

/**
 * What one station shows in a report.
 *
 * @param sentence what came of it
 * @param good whether nothing in it stops the crossing
 * @param bar shares of a whole; empty where there is nothing to divide
 */
public record ReportSection(
    String title,
    String sentence,
    boolean good,
    List<Share> bar,
    List<ReportPage.Fact> facts,
    List<ReportTable> tables) {
  public ReportSection {
    bar = List.copyOf(bar);
    facts = List.copyOf(facts);
    tables = List.copyOf(tables);
  }

  /** One part of the bar. */
  public record Share(String name, long count, Tone tone) {}

  /** What a part of the bar means. */
  public enum Tone {
    GOOD,
    ATTENTION,
    BAD,
    NEUTRAL;

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
