package org.fixtureferry.report;

import java.util.List;

/**
 * A report as one page: what it is of, then a section for each station that has something to show.
 *
 * @param title what the page is, such as "eduroam_08 to eduroam_10"
 * @param sentence what came of it, in one sentence
 */
public record ReportPage(
    String title, String sentence, List<Fact> facts, List<ReportSection> sections) {
  public ReportPage {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }

  /** A line with a name, such as "Source" and "eduroam_08 @ db.example.org:3306". */
  public record Fact(String name, String value) {}
}
