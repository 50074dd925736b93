package org.fixtureferry.verify;

import java.util.List;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;

/**
 * What one check gave.
 *
 * @param unchecked what could not be looked at, as sentences; then the check was not made
 * @param remark what it looked at, where that is not plain; null otherwise
 */
record Outcome(String check, List<Finding> findings, List<String> unchecked, String remark) {
  Outcome(String check, List<Finding> findings, List<String> unchecked) {
    this(check, findings, unchecked, null);
  }

  Outcome {
    findings = List.copyOf(findings);
    unchecked = List.copyOf(unchecked);
  }

  static Outcome of(String check, List<Finding> findings) {
    return new Outcome(check, findings, List.of());
  }

  CheckResult result() {
    if (!unchecked.isEmpty()) {
      return CheckResult.unchecked(check, String.join(" ", unchecked));
    }
    return findings.isEmpty()
        ? new CheckResult(check, CheckResult.State.PASS, remark)
        : CheckResult.finding(check);
  }
}
