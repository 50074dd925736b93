package org.fixtureferry.report;

import java.util.List;
import java.util.Locale;
import org.fixtureferry.report.ReportSection.Share;

/** Shares of a whole as a bar with a legend: SVG, so that it prints and needs no script. */
final class HtmlBar {
  private HtmlBar() {}

  static void write(Html html, List<Share> shares) {
    List<Bar.Part> parts = Bar.of(shares).parts();
    if (parts.isEmpty()) {
      return;
    }
    html.raw("<figure>\n<svg class=\"bar\" viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\"")
        .raw(" role=\"img\" aria-label=\"");
    html.escaped(String.join(", ", parts.stream().map(part -> label(part.share())).toList()))
        .raw("\">\n");
    for (Bar.Part part : parts) {
      html.raw(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%.2f\" y=\"0\" width=\"%.2f\" height=\"24\"/>%n",
              part.share().tone().slug(),
              part.from(),
              part.width()));
    }
    html.raw("</svg>\n<figcaption>");
    for (Bar.Part part : parts) {
      Share share = part.share();
      html.raw("<span><i class=\"" + share.tone().slug() + "\"></i>")
          .escaped(label(share))
          .raw("</span> ");
    }
    html.raw("</figcaption>\n</figure>\n");
  }

  private static String label(Share share) {
    return share.name() + " " + Wording.number(share.count());
  }
}
