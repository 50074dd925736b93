package org.fixtureferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.fixtureferry.report.ReportPage.Fact;
import org.fixtureferry.report.ReportSection.Share;
import org.fixtureferry.report.ReportSection.Tone;
import org.fixtureferry.report.ReportTable.Column;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final String NASTY = "<script>alert(\"it's\")</script> & co";

  @Test
  void escapesWhateverComesFromOutside() {
    String html = HtmlReport.render(page(NASTY));
    assertThat(html)
        .doesNotContain("<script", "it's")
        .contains("&lt;script&gt;alert(&quot;it&#39;s&quot;)&lt;/script&gt; &amp; co");
  }

  @Test
  void needsNothingBesideItself() {
    assertThat(HtmlReport.render(page("calm")))
        .startsWith("<!DOCTYPE html>")
        .doesNotContain("src=", "href=", "url(", "@import", "http");
  }

  @Test
  void showsEvenOneRowAmongAMillion() {
    String html = HtmlReport.render(page("calm"));
    assertThat(html).contains("carried 1,000,000", "changed 1");
    assertThat(html).contains("<rect class=\"bad\" x=\"994.00\" y=\"0\" width=\"6.00\"");
  }

  @Test
  void writesTimesWithTheirZone() {
    Instant time = Instant.parse("2026-11-22T19:14:00Z");
    assertThat(Wording.time(time, ZoneId.of("Europe/Athens")))
        .isEqualTo("2026-11-22 21:14 Europe/Athens");
    assertThat(Wording.time(time, ZoneId.of("Z"))).isEqualTo("2026-11-22 19:14 UTC");
  }

  private static ReportPage page(String text) {
    ReportTable table =
        new ReportTable(
            text,
            List.of(Column.text(text), Column.number("Rows")),
            List.of(List.of(text, Wording.number(1_093))));
    ReportSection section =
        new ReportSection(
            text,
            text,
            false,
            List.of(new Share("carried", 1_000_000, Tone.GOOD), new Share("changed", 1, Tone.BAD)),
            List.of(new Fact(text, text)),
            List.of(table));
    return new ReportPage(text, text, List.of(new Fact(text, text)), List.of(section));
  }
}
