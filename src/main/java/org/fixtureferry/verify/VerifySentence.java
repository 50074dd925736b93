package org.fixtureferry.verify;

import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Wording;

/** What came of the comparison, in one sentence. */
final class VerifySentence {
  private VerifySentence() {}

  static String of(VerifyResult result) {
    if (!result.green()) {
      return "Not green: " + String.join("; ", reasons(result)) + ".";
    }
    long accepted = result.findings().stream().filter(finding -> finding.decided() != null).count();
    if (accepted > 0) {
      return Wording.count(accepted, "difference was", "differences were")
          + " accepted by name; "
          + result.arrived()
          + " are the same.";
    }
    return "Every row arrived: " + result.arrived() + " are the same.";
  }

  private static List<String> reasons(VerifyResult result) {
    List<String> reasons = new ArrayList<>();
    add(reasons, result.tables().stream().mapToLong(TableLine::missing).sum(), "missing");
    add(reasons, result.tables().stream().mapToLong(TableLine::extra).sum(), "too many");
    add(reasons, result.rows(LedgerClass.CHANGED), "changed");
    long others =
        result.findings().stream().filter(Finding::stops).filter(VerifySentence::isNoRow).count();
    if (others > 0) {
      reasons.add(Wording.count(others, "other finding stops", "other findings stop"));
    }
    List<String> unchecked =
        result.checks().stream()
            .filter(check -> check.state() == CheckResult.State.UNCHECKED)
            .map(CheckResult::check)
            .toList();
    if (!unchecked.isEmpty()) {
      reasons.add("not checked: " + String.join(", ", unchecked));
    }
    return reasons;
  }

  private static void add(List<String> reasons, long rows, String what) {
    if (rows > 0) {
      reasons.add(Wording.count(rows, "row is", "rows are") + " " + what);
    }
  }

  /** Findings that speak of rows are counted as rows; the ledger repeats them. */
  private static boolean isNoRow(Finding finding) {
    return finding.pk() == null
        && !finding.check().equals(Ledger.CHECK)
        && !finding.check().startsWith("row-");
  }
}
