package org.fixtureferry.verify;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ReportPage.Fact;
import org.fixtureferry.report.ReportSection;
import org.fixtureferry.report.ReportSection.Share;
import org.fixtureferry.report.ReportSection.Tone;
import org.fixtureferry.report.ReportTable;
import org.fixtureferry.report.ReportTable.Column;
import org.fixtureferry.report.Wording;

/** The comparison as a section of the report. */
final class VerifySection {
  private VerifySection() {}

  static ReportSection of(VerifyResult result, ZoneId zone) {
    List<ReportTable> tables = new ArrayList<>();
    if (!result.findings().isEmpty()) {
      tables.add(findings(result));
    }
    tables.add(ledger(result));
    tables.add(tables(result));
    tables.add(checks(result));
    return new ReportSection(
        "Verify", result.summary(), result.green(), bar(result), facts(result, zone), tables);
  }

  private static List<Share> bar(VerifyResult result) {
    List<Share> shares = new ArrayList<>();
    for (LedgerLine line : result.ledger()) {
      shares.add(new Share(line.kind().words(), line.rows(), tone(line.kind())));
    }
    shares.add(new Share("missing", result.missing(), Tone.BAD));
    return shares;
  }

  private static Tone tone(LedgerClass kind) {
    return switch (kind) {
      case CARRIED, MATCHED -> Tone.GOOD;
      case CHANGED -> Tone.ATTENTION;
      case REJECTED, LEFT_OUT, LEFT_BEHIND -> Tone.ATTENTION;
      case EXCLUDED -> Tone.NEUTRAL;
    };
  }

  private static List<Fact> facts(VerifyResult result, ZoneId zone) {
    return List.of(
        new Fact("Source", result.source() + ", " + result.sourceVersion()),
        new Fact("Target", result.target() + ", " + result.targetVersion()),
        new Fact("Profile", result.profile()),
        new Fact(
            "Left out by the export",
            result.excludes().isEmpty() ? "nothing" : String.join(", ", result.excludes())),
        new Fact(
            "Compared",
            Wording.time(result.started(), zone) + " to " + Wording.time(result.ended(), zone)),
        new Fact("Foreign keys at the target", Wording.number(result.foreignKeys())),
        new Fact("Tables not on InnoDB", Wording.number(result.notInnoDb())));
  }

  private static ReportTable findings(VerifyResult result) {
    List<List<String>> rows =
        result.findings().stream()
            .map(
                finding ->
                    List.of(
                        state(finding),
                        finding.text(),
                        cell(finding.table()),
                        cell(finding.pk()),
                        cell(finding.field() == null ? finding.column() : finding.field()),
                        cell(finding.source()),
                        cell(finding.target())))
            .toList();
    return new ReportTable(
        "Findings",
        List.of(
            Column.text("State"),
            Column.text("What"),
            Column.text("Table"),
            Column.text("Row"),
            Column.text("Field"),
            Column.text("Source"),
            Column.text("Target")),
        rows);
  }

  private static String state(Finding finding) {
    return finding.decided() == null ? finding.severity().slug() : finding.decided();
  }

  private static ReportTable ledger(VerifyResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (LedgerLine line : result.ledger()) {
      rows.add(List.of(line.kind().words(), Wording.number(line.rows()), ""));
      // What is not simply carried is told by table.
      if (!VerifyResult.ARRIVED.contains(line.kind())) {
        line.tables()
            .forEach(table -> rows.add(List.of("", Wording.number(table.rows()), table.table())));
      }
    }
    rows.add(
        List.of(
            "accounted for",
            Wording.number(result.ledger().stream().mapToLong(LedgerLine::rows).sum()),
            ""));
    rows.add(
        List.of(
            "COUNT(*) at the source",
            Wording.number(result.tables().stream().mapToLong(TableLine::sourceRows).sum()),
            ""));
    return new ReportTable(
        "What became of the source's rows",
        List.of(Column.text("Rows that are"), Column.number("Rows"), Column.text("Table")),
        rows);
  }

  private static ReportTable tables(VerifyResult result) {
    return new ReportTable(
        "Tables",
        List.of(
            Column.text("Table"),
            Column.text("Model"),
            Column.text("Rows are"),
            Column.number("Source"),
            Column.number("Target"),
            Column.number("Missing"),
            Column.number("Too many"),
            Column.number("Changed")),
        result.tables().stream().map(VerifySection::row).toList());
  }

  private static List<String> row(TableLine line) {
    String model = line.field() == null ? cell(line.model()) : line.model() + "." + line.field();
    return List.of(
        line.table(),
        model,
        line.kind().words(),
        Wording.number(line.sourceRows()),
        Wording.number(line.targetRows()),
        Wording.number(line.missing()),
        Wording.number(line.extra()),
        Wording.number(line.differing()));
  }

  private static ReportTable checks(VerifyResult result) {
    return new ReportTable(
        "Checks",
        List.of(Column.text("Check"), Column.text("State"), Column.text("Reason")),
        result.checks().stream().map(VerifySection::row).toList());
  }

  private static List<String> row(CheckResult check) {
    return List.of(check.check(), check.state().slug(), cell(check.reason()));
  }

  private static String cell(String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
