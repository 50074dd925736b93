package org.fixtureferry.report;

import java.util.List;
import java.util.Locale;
import org.fixtureferry.report.ReportSection.Share;

/** Shares of a whole as a bar with a legend: SVG, so that it prints and needs no script. */
final class HtmlBar {
  private static final double WIDTH = 1_000;

  /** The least width of a share: one row among a million has to be seen. */
  private static final double LEAST = 6;

  private HtmlBar() {}

  static void write(Html html, List<Share> shares) {
    List<Share> shown = shares.stream().filter(share -> share.count() > 0).toList();
    if (shown.isEmpty()) {
      return;
    }
    html.raw("<figure>\n<svg class=\"bar\" viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\"")
        .raw(" role=\"img\" aria-label=\"");
    html.escaped(String.join(", ", shown.stream().map(HtmlBar::label).toList())).raw("\">\n");
    double from = 0;
    double total = shown.stream().mapToLong(Share::count).sum();
    double spare = WIDTH - LEAST * shown.size();
    for (Share share : shown) {
      double width = LEAST + spare * share.count() / total;
      html.raw(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%.2f\" y=\"0\" width=\"%.2f\" height=\"24\"/>%n",
              tone(share),
              from,
              width));
      from += width;
    }
    html.raw("</svg>\n<figcaption>");
    for (Share share : shown) {
      html.raw("<span><i class=\"" + tone(share) + "\"></i>").escaped(label(share)).raw("</span> ");
    }
    html.raw("</figcaption>\n</figure>\n");
  }

  private static String label(Share share) {
    return share.name() + " " + Wording.number(share.count());
  }

  private static String tone(Share share) {
    return switch (share.tone()) {
      case GOOD -> "good";
      case ATTENTION -> "attention";
      case BAD -> "bad";
      case NEUTRAL -> "neutral";
    };
  }
}
