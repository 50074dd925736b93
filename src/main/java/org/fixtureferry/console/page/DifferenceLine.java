package org.fixtureferry.console.page;

import java.util.List;
import org.fixtureferry.report.Finding;
import org.fixtureferry.verify.Acceptance;

/**
 * A difference with what can be done about it.
 *
 * @param by the acceptance in the plan that covers it; null where none does
 * @param offer what would accept just this one; null where that is not offered
 */
public record DifferenceLine(int place, Finding finding, Acceptance by, Acceptance offer) {

  static DifferenceLine of(int place, Finding finding, List<Acceptance> accepted) {
    return new DifferenceLine(
        place,
        finding,
        finding.decisions().isEmpty()
            ? null
            : accepted.stream().filter(each -> each.covers(finding)).findFirst().orElse(null),
        Acceptance.of(finding).orElse(null));
  }

  /** Accepted, and the result counts with it. */
  public boolean counted() {
    return by != null && finding.decided() != null;
  }

  /** Accepted since the comparison. */
  public boolean pending() {
    return by != null && finding.decided() == null;
  }

  /** Taken back since the comparison. */
  public boolean takenBack() {
    return by == null && finding.decided() != null;
  }

  public boolean canBeAccepted() {
    return by == null && offer != null;
  }

  /** Which field, by Django's name, or which column. */
  public String where() {
    return finding.field() != null ? finding.field() : finding.column();
  }

  public boolean missing() {
    return finding.check().endsWith("-missing");
  }

  public boolean extra() {
    return finding.check().endsWith("-extra");
  }
}
