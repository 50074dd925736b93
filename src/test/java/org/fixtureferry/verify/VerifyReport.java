package org.fixtureferry.verify;

import java.util.List;
import org.fixtureferry.report.HtmlReport;
import org.fixtureferry.report.ReportPage;

/** A result as the HTML that an operator would show. */
final class VerifyReport {
  private VerifyReport() {}

  static String html(VerifyResult result) {
    return HtmlReport.render(
        new ReportPage("Crossing", result.summary(), List.of(), List.of(result.toSection())));
  }
}
