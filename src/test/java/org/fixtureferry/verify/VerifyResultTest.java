package org.fixtureferry.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ReportSection.Share;
import org.fixtureferry.report.Severity;
import org.junit.jupiter.api.Test;

class VerifyResultTest {
  private static final Finding MISSING =
      Finding.of("row-missing", Severity.STOPS, "Gone.").at("blog.post", "blog_post");

  @Test
  void whatWasLeftOutByDecisionIsNotMissing() {
    VerifyResult result =
        result(
            new TableLine("blog.post", null, "blog_post", 10, 7, 0, 0, 0, LedgerClass.CARRIED),
            List.of(line(LedgerClass.LEFT_OUT, 3), line(LedgerClass.CARRIED, 7)));

    assertThat(sum(result)).isEqualTo(10);
  }

  @Test
  void whatIsMissingIsCountedOnceWhetherItWasAcceptedOrNot() {
    VerifyResult result =
        result(
            new TableLine("blog.post", null, "blog_post", 10, 8, 2, 0, 0, LedgerClass.CARRIED),
            List.of(line(LedgerClass.LEFT_OUT, 1), line(LedgerClass.CARRIED, 8)),
            MISSING.ofRow("3"),
            MISSING.ofRow("4").decide(List.of("accept"), "accept"));

    assertThat(result.missing()).isEqualTo(1);
    assertThat(sum(result)).isEqualTo(10);
  }

  private static long sum(VerifyResult result) {
    return result.toSection().bar().stream().mapToLong(Share::count).sum();
  }

  private static LedgerLine line(LedgerClass kind, long rows) {
    return new LedgerLine(kind, rows, List.of());
  }

  private static VerifyResult result(
      TableLine table, List<LedgerLine> ledger, Finding... findings) {
    return new VerifyResult(
        "blog",
        "old",
        "new",
        "MySQL",
        "MariaDB",
        Instant.EPOCH,
        Instant.EPOCH,
        List.of(),
        List.of(table),
        ledger,
        0,
        0,
        List.of(),
        List.of(findings));
  }
}
