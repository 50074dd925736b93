package org.fixtureferry.console.page;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fixtureferry.crossing.Fixtures;
import org.fixtureferry.crossing.Reports.Report;
import org.fixtureferry.report.Bar;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ReportSection;
import org.fixtureferry.report.ReportSection.Share;
import org.fixtureferry.report.Severity;
import org.fixtureferry.verify.Acceptance;
import org.fixtureferry.verify.LedgerClass;
import org.fixtureferry.verify.LedgerLine;
import org.fixtureferry.verify.TableLine;
import org.fixtureferry.verify.VerifyResult;

/**
 * The comparison of the two databases as its page shows it.
 *
 * @param accepted what the plan accepts by now, perhaps not yet counted with
 * @param rejects the rows that Export kept aside; null where there are none
 */
public record VerifyView(
    VerifyResult result,
    List<Acceptance> accepted,
    List<Report> reports,
    Fixtures.Rejects rejects) {
  private static final int SIZE = 50;

  /** How a table stands, the worst first. */
  private static final List<String> STATES = List.of("stops", "look", "accepted", "pass");

  /** A table with how it stands: "pass", "accepted", "look" or "stops". */
  public record Line(TableLine table, String state, boolean opens) {
    public String name() {
      return table.field() == null
          ? Objects.requireNonNullElse(table.model(), table.table())
          : table.model() + "." + table.field();
    }

    /** What its rows are, where they are not simply carried; null otherwise. */
    public String aside() {
      return table.kind() == LedgerClass.CARRIED ? null : table.kind().words();
    }
  }

  public Bar bar() {
    return Bar.of(section().bar());
  }

  /** The line of a class; empty where no row is of it. */
  Optional<LedgerLine> line(LedgerClass kind) {
    return result.ledger().stream().filter(line -> line.kind() == kind).findFirst();
  }

  /** Rows that the target lacks, which no class of the ledger takes. */
  public long missing() {
    return accounted() - result.ledger().stream().mapToLong(LedgerLine::rows).sum();
  }

  /** The shares of the source's rows: the ledger, and what is missing. */
  private List<Share> shares() {
    return section().bar().stream().filter(share -> share.count() != 0).toList();
  }

  public long accounted() {
    return shares().stream().mapToLong(Share::count).sum();
  }

  /** What COUNT(*) said of the source, all tables together. */
  public long sourceRows() {
    return result.tables().stream().mapToLong(TableLine::sourceRows).sum();
  }

  public boolean addsUp() {
    return accounted() == sourceRows()
        && result.findings().stream().noneMatch(finding -> finding.check().equals("ledger"));
  }

  private ReportSection section() {
    return result.toSection(ZoneId.systemDefault());
  }

  /** What a check looked at; a check without words of its own goes by its slug. */
  public String checkName(String check) {
    return Texts.find("verify_check_" + check).orElse(check);
  }

  /** How long it took, in seconds. */
  public long seconds() {
    return Math.max(1, Duration.between(result.started(), result.ended()).toSeconds());
  }

  public List<Line> lines() {
    return result.tables().stream()
        .map(this::line)
        .sorted(Comparator.comparing(line -> STATES.indexOf(line.state)))
        .toList();
  }

  private Line line(TableLine table) {
    List<Finding> own =
        result.findings().stream().filter(finding -> isOf(finding, table.table())).toList();
    String state = "pass";
    if (own.stream().anyMatch(Finding::stops)) {
      state = "stops";
    } else if (own.stream().anyMatch(finding -> finding.decided() != null)) {
      state = "accepted";
    } else if (own.stream().anyMatch(finding -> finding.severity() == Severity.LOOK)) {
      state = "look";
    }
    return new Line(table, state, !own.isEmpty());
  }

  /** What differs in the rows of one table. */
  public List<DifferenceLine> differences(String table) {
    return numbered(result.findings().stream().filter(finding -> isOf(finding, table)).toList());
  }

  /** What else was found: not the rows of a table, but the schema, the engines and so on. */
  public List<DifferenceLine> others() {
    return numbered(
        result.findings().stream()
            .filter(
                finding -> result.tables().stream().noneMatch(line -> isOf(finding, line.table())))
            .toList());
  }

  private List<DifferenceLine> numbered(List<Finding> findings) {
    List<DifferenceLine> lines = new ArrayList<>();
    for (Finding finding : findings) {
      lines.add(DifferenceLine.of(lines.size(), finding, accepted));
    }
    return lines;
  }

  /** Acceptances that the result does not count with yet, or any more. */
  public long pending() {
    return result.findings().stream()
        .map(finding -> DifferenceLine.of(0, finding, accepted))
        .filter(line -> line.pending() || line.takenBack())
        .count();
  }

  /** A page of a table's differences. */
  public Page page(String table, int number) {
    List<DifferenceLine> all = differences(table);
    int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
    int shown = Math.min(Math.max(1, number), pages);
    int from = (shown - 1) * SIZE;
    return new Page(all.subList(from, Math.min(all.size(), from + SIZE)), shown, pages);
  }

  /**
   * Some of the differences.
   *
   * @param number from 1
   */
  public record Page(List<DifferenceLine> lines, int number, int pages) {}

  private static boolean isOf(Finding finding, String table) {
    return table.equals(finding.table()) && finding.check().matches(".*-(missing|extra|differs)");
  }
}
