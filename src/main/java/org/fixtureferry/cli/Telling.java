package org.fixtureferry.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.report.Wording;

/** How a run is told in a terminal, station by station. */
final class Telling {
  private static final int FINDINGS = 30;
  private static final int SAMPLES = 3;

  private Telling() {}

  static String heading(Station station) {
    String sentence =
        switch (station) {
          case HOST -> "Write the runbook of the new host";
          case CONNECT -> "Survey the source; nothing is written there";
          case PREPARE -> "Prepare the target database";
          case EXPORT -> "Export the source to a fixture";
          case REORDER -> "Put the models in order";
          case LOAD -> "Load the fixture in one transaction";
          case VERIFY -> "Compare every row of both databases";
          case UPGRADE -> "Upgrade";
          case CUTOVER -> "Cut over";
        };
    return station.ordinal() + " " + title(station) + ": " + sentence;
  }

  static void result(PrintStream out, StationResult result, Duration took) {
    out.println(
        "   "
            + (result.good() ? "done" : "NOT GREEN")
            + ": "
            + result.summary()
            + "  ("
            + Wording.duration(took)
            + ")");
    findings(out, result.findings());
    result.checks().stream()
        .filter(check -> check.state() == CheckResult.State.UNCHECKED)
        .forEach(
            check ->
                out.println(
                    "   stops  " + check.check() + ": could not be checked: " + check.reason()));
  }

  /** What stops comes first; what has to be decided is never cut off. */
  private static void findings(PrintStream out, List<Finding> findings) {
    long most = Math.max(FINDINGS, findings.stream().filter(Undecided::is).count());
    findings.stream()
        .sorted(Comparator.comparing(Telling::weight))
        .limit(most)
        .forEach(finding -> finding(out, finding));
    if (findings.size() > most) {
      out.println(
          "   … and "
              + Wording.count(findings.size() - most, "more finding")
              + "; --json lists them all.");
    }
    List<String> undecided = Undecided.lines(findings);
    if (!undecided.isEmpty()) {
      out.println("   Undecided. Nothing is written to the target until the plan says, such as:");
      out.println("     decisions:");
      undecided.forEach(line -> out.println("       " + line));
    }
  }

  private static int weight(Finding finding) {
    return Undecided.is(finding) ? -1 : finding.severity().ordinal();
  }

  private static void finding(PrintStream out, Finding finding) {
    StringBuilder line =
        new StringBuilder(
            "   "
                + String.format("%-6s", finding.severity().slug())
                + " "
                + finding.check()
                + ": "
                + finding.text());
    if (finding.pk() != null) {
      line.append(" [").append(finding.table()).append(", pk=").append(finding.pk());
      if (finding.column() != null) {
        line.append(", column ").append(finding.column());
      }
      line.append(']');
    }
    if (finding.source() != null || finding.target() != null) {
      line.append(" source: ")
          .append(finding.source())
          .append(", target: ")
          .append(finding.target());
    }
    if (!finding.samples().isEmpty()) {
      line.append(" Such as ")
          .append(
              finding.samples().stream()
                  .limit(SAMPLES)
                  .map(Telling::sample)
                  .collect(Collectors.joining("; ")))
          .append('.');
    }
    if (finding.decided() != null) {
      line.append(" Decided: ").append(finding.decided()).append('.');
    }
    out.println(line);
  }

  private static String sample(Finding.Sample sample) {
    String key = sample.pk() == null ? "" : "pk=" + sample.pk();
    String text = sample.text() == null || sample.text().isBlank() ? "" : sample.text();
    return key.isEmpty() || text.isEmpty() ? key + text : key + " (" + text + ")";
  }

  private static String title(Station station) {
    return switch (station) {
      case HOST -> "New host";
      case CONNECT -> "Connect";
      case PREPARE -> "Prepare";
      case EXPORT -> "Export";
      case REORDER -> "Reorder";
      case LOAD -> "Import";
      case VERIFY -> "Verify";
      case UPGRADE -> "Upgrade";
      case CUTOVER -> "Cut over";
    };
  }
}
