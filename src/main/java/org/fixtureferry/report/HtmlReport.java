package org.fixtureferry.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a report as one HTML file that needs nothing else: no script, no picture, no font. */
public final class HtmlReport {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      """;

  private HtmlReport() {}

  public static String render(ReportPage page) {
    Html html = new Html().raw(HEAD).element("title", page.title());
    html.raw("<style>\n").raw(style()).raw("</style>\n</head>\n<body>\n<main>\n");
    html.element("h1", page.title()).element("p", "sentence", page.sentence());
    facts(html, page.facts());
    page.sections().forEach(section -> section(html, section));
    return html.raw("</main>\n</body>\n</html>\n").toString();
  }

  private static void section(Html html, ReportSection section) {
    html.raw("<section>\n").element("h2", section.title());
    html.element("p", "sentence " + (section.good() ? "good" : "bad"), section.sentence());
    HtmlBar.write(html, section.bar());
    facts(html, section.facts());
    section.tables().forEach(table -> table(html, table));
    html.raw("</section>\n");
  }

  private static void facts(Html html, List<ReportPage.Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    html.raw("<dl>\n");
    facts.forEach(fact -> html.element("dt", fact.name()).element("dd", fact.value()));
    html.raw("</dl>\n");
  }

  private static void table(Html html, ReportTable table) {
    // Focusable, so that a keyboard can scroll what is wider than the screen.
    html.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .escaped(table.caption())
        .raw("\">\n<table>\n")
        .element("caption", table.caption())
        .raw("<thead><tr>\n");
    for (ReportTable.Column column : table.columns()) {
      html.raw("<th scope=\"col\"" + alignment(column) + ">").escaped(column.name()).raw("</th>\n");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for (List<String> row : table.rows()) {
      html.raw("<tr>");
      for (int i = 0; i < row.size(); i++) {
        ReportTable.Column column = table.columns().get(i);
        // A narrow screen shows the column's name beside each value.
        html.raw("<td" + alignment(column) + " data-name=\"").escaped(column.name()).raw("\">");
        html.escaped(row.get(i)).raw("</td>");
      }
      html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n</div>\n");
  }

  private static String alignment(ReportTable.Column column) {
    return column.number() ? " class=\"number\"" : "";
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("/templates/report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the style of reports", e);
    }
  }
}
