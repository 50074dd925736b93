package org.fixtureferry.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Wording;
import org.fixtureferry.verify.RowDifference.Kind;

/** What came of the comparison, in one sentence. */
final class VerifySentence {
  private VerifySentence() {}

  static String of(VerifyResult result) {
    if (!result.green()) {
      return "Not green: " + String.join("; ", reasons(result)) + ".";
    }
    List<String> aside = aside(result);
    List<Finding> accepted = accepted(result);
    if (!accepted.isEmpty()) {
      aside.add(
          0, Wording.count(accepted.size(), "difference", "differences") + " accepted by name");
    }
    return aside.isEmpty()
        ? "Every row arrived: " + result.arrived() + " are the same."
        : result.arrived() + " are the same; " + String.join(", ", aside) + ".";
  }

  /** Rows that were not meant to arrive: no sentence may pass over them. */
  private static List<String> aside(VerifyResult result) {
    List<String> aside = new ArrayList<>();
    long changed = result.rows(LedgerClass.CHANGED) - rows(accepted(result), Kind.DIFFERS);
    if (changed > 0) {
      aside.add(Wording.count(changed, "row", "rows") + " changed by decision");
    }
    Stream.of(
            LedgerClass.REJECTED,
            LedgerClass.LEFT_OUT,
            LedgerClass.EXCLUDED,
            LedgerClass.LEFT_BEHIND)
        .filter(kind -> result.rows(kind) > 0)
        .forEach(
            kind ->
                aside.add(Wording.count(result.rows(kind), "row", "rows") + " " + kind.words()));
    return aside;
  }

  private static List<Finding> accepted(VerifyResult result) {
    return result.findings().stream().filter(finding -> finding.decided() != null).toList();
  }

  private static List<String> reasons(VerifyResult result) {
    List<Finding> stopping = result.findings().stream().filter(Finding::stops).toList();
    List<String> reasons = new ArrayList<>();
    add(reasons, rows(stopping, Kind.MISSING), "missing");
    add(reasons, rows(stopping, Kind.EXTRA), "too many");
    add(reasons, rows(stopping, Kind.DIFFERS), "changed");
    long others = stopping.stream().filter(VerifySentence::isNoRow).count();
    // A ledger that does not add up for want of a row says nothing new.
    if (others > 0 || reasons.isEmpty() && !stopping.isEmpty()) {
      long told = Math.max(others, 1);
      reasons.add(Wording.count(told, "other finding stops", "other findings stop"));
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

  private static long rows(List<Finding> findings, Kind kind) {
    Set<List<String>> fieldsOfOneRow = new HashSet<>();
    return findings.stream()
        .filter(finding -> is(finding, kind))
        .filter(
            finding ->
                kind != Kind.DIFFERS
                    || finding.pk() == null
                    || fieldsOfOneRow.add(List.of(finding.table(), finding.pk())))
        .mapToLong(Finding::count)
        .sum();
  }

  private static boolean is(Finding finding, Kind kind) {
    return finding.check().endsWith("-" + kind.name().toLowerCase(Locale.ROOT));
  }

  private static boolean isNoRow(Finding finding) {
    return !finding.check().equals(Ledger.CHECK)
        && Stream.of(Kind.values()).noneMatch(kind -> is(finding, kind));
  }

  private static void add(List<String> reasons, long rows, String what) {
    if (rows > 0) {
      reasons.add(Wording.count(rows, "row is", "rows are") + " " + what);
    }
  }
}
