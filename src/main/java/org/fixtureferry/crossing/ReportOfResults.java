package org.fixtureferry.crossing;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fixtureferry.connect.Probe;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.export.ExportResult;
import org.fixtureferry.load.LoadResult;
import org.fixtureferry.prepare.PrepareResult;
import org.fixtureferry.reorder.ReorderResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.HtmlReport;
import org.fixtureferry.report.ReportPage;
import org.fixtureferry.report.ReportPage.Fact;
import org.fixtureferry.report.ReportSection;
import org.fixtureferry.report.ReportTable;
import org.fixtureferry.report.ReportTable.Column;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.report.Wording;
import org.fixtureferry.verify.VerifyResult;

/** The report of a crossing: the proof first, then what each station did. */
final class ReportOfResults {
  private ReportOfResults() {}

  static String html(List<StationResult> results) {
    StationResult last = results.get(results.size() - 1);
    List<ReportSection> sections = new ArrayList<>();
    results.stream()
        .filter(VerifyResult.class::isInstance)
        .forEach(result -> sections.add(section(result)));
    results.stream()
        .filter(result -> !(result instanceof VerifyResult))
        .forEach(result -> sections.add(section(result)));
    return HtmlReport.render(new ReportPage(title(results), sentence(last), List.of(), sections));
  }

  private static String title(List<StationResult> results) {
    return results.stream()
        .filter(VerifyResult.class::isInstance)
        .map(VerifyResult.class::cast)
        .map(result -> result.source() + " to " + result.target())
        .findFirst()
        .orElse("A crossing under way");
  }

  private static String sentence(StationResult last) {
    if (last.station() == Station.VERIFY) {
      return last.summary();
    }
    return last.good()
        ? "Not verified yet. The last station done is "
            + last.station().slug()
            + ": "
            + last.summary()
        : "Stopped at " + last.station().slug() + ": " + last.summary();
  }

  private static ReportSection section(StationResult result) {
    if (result instanceof VerifyResult verify) {
      return verify.toSection(ZoneId.systemDefault());
    }
    if (result instanceof Survey survey) {
      return section("Connect", survey, probes(survey), List.of(tables(survey)));
    }
    if (result instanceof PrepareResult prepare) {
      return section("Prepare", prepare, List.of(new Fact("Target", prepare.target())), List.of());
    }
    if (result instanceof ExportResult export) {
      return section("Export", export, facts(export), List.of(objects(export.objects())));
    }
    if (result instanceof ReorderResult reorder) {
      return section(
          "Reorder",
          reorder,
          List.of(new Fact("SHA-256", reorder.sha256())),
          List.of(objects(reorder.objects())));
    }
    if (result instanceof LoadResult load) {
      return section(
          "Import",
          load,
          List.of(new Fact("SHA-256 of the fixture", load.input())),
          List.of(models(load)));
    }
    throw new IllegalArgumentException("No section for " + result.station().slug());
  }

  private static ReportSection section(
      String title, StationResult result, List<Fact> facts, List<ReportTable> tables) {
    List<ReportTable> all = new ArrayList<>();
    if (!result.findings().isEmpty()) {
      all.add(findings(result.findings()));
    }
    all.addAll(tables);
    return new ReportSection(title, result.summary(), result.good(), List.of(), facts, all);
  }

  private static List<Fact> probes(Survey survey) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Source", probe(survey.source())));
    if (survey.target() != null) {
      facts.add(new Fact("Target", probe(survey.target())));
    }
    facts.add(new Fact("South history", survey.south().state().slug()));
    return facts;
  }

  private static String probe(Probe probe) {
    return probe.place()
        + ", "
        + probe.version()
        + ", TLS "
        + probe.tls()
        + ", account "
        + probe.account();
  }

  private static List<Fact> facts(ExportResult export) {
    return List.of(
        new Fact("File", export.file()),
        new Fact("Size", Wording.bytes(export.size())),
        new Fact("SHA-256", export.sha256()),
        new Fact(
            "Left out",
            export.exclude().isEmpty() ? "nothing" : String.join(", ", export.exclude())),
        new Fact(
            "Lock",
            export.lock()
                + ", held for "
                + Wording.duration(Duration.ofMillis(export.heldMillis()))));
  }

  private static ReportTable tables(Survey survey) {
    return new ReportTable(
        "Tables of the source",
        List.of(
            Column.text("Table"),
            Column.text("Engine"),
            Column.text("Collation"),
            Column.text("Model"),
            Column.number("Rows")),
        survey.tables().stream()
            .map(
                table ->
                    List.of(
                        table.name(),
                        table.engine(),
                        table.collation(),
                        Objects.requireNonNullElse(table.model(), ""),
                        Wording.number(table.rows())))
            .toList());
  }

  private static ReportTable objects(Map<String, Long> objects) {
    return new ReportTable(
        "Objects",
        List.of(Column.text("Model"), Column.number("Objects")),
        objects.entrySet().stream()
            .map(entry -> List.of(entry.getKey(), Wording.number(entry.getValue())))
            .toList());
  }

  private static ReportTable models(LoadResult load) {
    return new ReportTable(
        "Before the import",
        List.of(
            Column.text("Model"),
            Column.number("New"),
            Column.number("Changed"),
            Column.number("Same"),
            Column.number("Only in target"),
            Column.number("Prepare's own, removed")),
        load.models().stream()
            .map(
                model ->
                    List.of(
                        model.model(),
                        Wording.number(model.added()),
                        Wording.number(model.changed()),
                        Wording.number(model.same()),
                        Wording.number(model.onlyInTarget()),
                        Wording.number(model.provisional())))
            .toList());
  }

  private static ReportTable findings(List<Finding> findings) {
    return new ReportTable(
        "Findings",
        List.of(
            Column.text("State"),
            Column.text("Check"),
            Column.text("What"),
            Column.text("Table"),
            Column.number("Count")),
        findings.stream()
            .map(
                finding ->
                    List.of(
                        finding.decided() == null ? finding.severity().slug() : finding.decided(),
                        finding.check(),
                        finding.text(),
                        Objects.requireNonNullElse(finding.table(), ""),
                        Wording.number(finding.count())))
            .toList());
  }
}
