package org.fixtureferry.verify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/** Marks the findings that the operator accepts, and remembers which acceptances met none. */
final class Acceptances {
  static final String ACCEPTED = "accepted";

  /** A source that moved on, or rows that nobody can account for, are no matter of opinion. */
  private static final Set<String> NEVER = Set.of(CheckSourceUnchanged.FINDING, Ledger.CHECK);

  private final List<Acceptance> given;
  private final Set<Acceptance> unused;

  Acceptances(List<Acceptance> given) {
    this.given = given;
    this.unused = new LinkedHashSet<>(given);
  }

  Outcome decide(Outcome outcome) {
    return new Outcome(
        outcome.check(),
        outcome.findings().stream().map(this::decide).toList(),
        outcome.unchecked(),
        outcome.remark());
  }

  private Finding decide(Finding finding) {
    if (NEVER.contains(finding.check()) || finding.severity() != Severity.STOPS) {
      return finding;
    }
    List<Acceptance> covering = given.stream().filter(each -> each.covers(finding)).toList();
    covering.forEach(unused::remove);
    return finding.decide(List.of(ACCEPTED), covering.isEmpty() ? null : ACCEPTED);
  }

  /** After all decisions: acceptances of what is not, or no longer, so. */
  Outcome unused() {
    return Outcome.of(
        ACCEPTED,
        unused.stream()
            .map(
                each ->
                    Finding.of(
                            "acceptance-unused",
                            Severity.LOOK,
                            "Nothing differs that is accepted as " + each + ".")
                        .at(each.model(), null)
                        .inColumn(null, each.field())
                        .ofRow(each.pk()))
            .toList());
  }
}
