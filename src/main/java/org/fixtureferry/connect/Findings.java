package org.fixtureferry.connect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;

/** What the checks of one survey found, and which of them passed. */
final class Findings {
  private final Map<String, CheckResult> checks = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /** Says that a check is made; it passes unless a finding follows. */
  void check(String slug) {
    checks.putIfAbsent(slug, CheckResult.pass(slug));
  }

  void unchecked(String slug, String reason) {
    checks.put(slug, CheckResult.unchecked(slug, reason));
  }

  void add(Finding finding) {
    findings.add(finding);
    checks.put(finding.check(), CheckResult.finding(finding.check()));
  }

  List<CheckResult> checks() {
    return List.copyOf(checks.values());
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
