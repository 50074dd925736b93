package org.fixtureferry.console.page;

import java.util.List;
import org.fixtureferry.connect.Probe;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.crossing.SurveyedRows;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;

/** The survey as its page shows it. */
public record SurveyView(Survey survey, SurveyedRows rows) {
  /** Length of the bar's drawing, in its own units. */
  private static final int LENGTH = 1000;

  public List<FindingGroup> groups() {
    return FindingGroup.of(survey.findings());
  }

  public boolean open() {
    return FindingGroup.open(groups());
  }

  public long stops() {
    return survey.findings().stream().filter(Finding::stops).count();
  }

  /** The names of the checks that found nothing. */
  public List<String> passed() {
    return survey.checks().stream()
        .filter(check -> check.state() == CheckResult.State.PASS)
        .map(check -> FindingGroup.title(check.check()))
        .toList();
  }

  /** Checks that could not be made: each counts as a stop. */
  public List<CheckResult> unchecked() {
    return survey.checks().stream()
        .filter(check -> check.state() == CheckResult.State.UNCHECKED)
        .toList();
  }

  /** Source and, where it answered, target. */
  public List<Probe> probes() {
    return survey.target() == null
        ? List.of(survey.source())
        : List.of(survey.source(), survey.target());
  }

  public List<Bar> bars() {
    return Bar.of(
        LENGTH,
        List.of(
            Texts.text("connect_rows_carried"),
            Texts.text("connect_rows_excluded"),
            Texts.text("connect_rows_unknown")),
        List.of(rows.carried(), rows.excluded(), rows.unknown()));
  }
}
