package org.fixtureferry.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ReportSection;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.report.Wording;

/**
 * What the comparison of the two databases gave.
 *
 * @param source "eduroam_08 @ host:3306"
 * @param tables line by line, in the order of the models; tables that no model knows come last
 * @param ledger what became of the source's rows
 * @param foreignKeys how many of those that the profile declares exist at the target
 * @param notInnoDb tables of the target on another engine
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerifyResult(
    String profile,
    String source,
    String target,
    String sourceVersion,
    String targetVersion,
    Instant started,
    Instant ended,
    List<String> excludes,
    List<TableLine> tables,
    List<LedgerLine> ledger,
    long foreignKeys,
    long notInnoDb,
    List<CheckResult> checks,
    List<Finding> findings)
    implements StationResult {

  static final Set<LedgerClass> ARRIVED = Set.of(LedgerClass.CARRIED, LedgerClass.MATCHED);

  public VerifyResult {
    excludes = List.copyOf(excludes);
    tables = List.copyOf(tables);
    ledger = List.copyOf(ledger);
    checks = List.copyOf(checks);
    findings = List.copyOf(findings);
  }

  @Override
  public Station station() {
    return Station.VERIFY;
  }

  /** Whether everything was compared, and nothing differs that was not accepted by name. */
  public boolean green() {
    return good();
  }

  public long rows(LedgerClass kind) {
    return ledger.stream().filter(line -> line.kind() == kind).mapToLong(LedgerLine::rows).sum();
  }

  @Override
  public String summary() {
    return VerifySentence.of(this);
  }

  /** Rows that the target lacks, and that nobody accepted by name. */
  long missing() {
    return tables.stream()
        .filter(line -> line.kind() != LedgerClass.EXCLUDED)
        .mapToLong(line -> line.missing() - acceptedMissing(line.table(), findings))
        .sum();
  }

  /** Rows missing from a table of the target that were accepted by name. */
  static long acceptedMissing(String table, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> table.equals(finding.table()))
        .filter(finding -> finding.check().endsWith("-missing") && finding.decided() != null)
        .mapToLong(Finding::count)
        .sum();
  }

  /** Rows that are the same on both sides, as "1,093 rows in 37 tables". */
  String arrived() {
    long rows = ARRIVED.stream().mapToLong(this::rows).sum();
    long compared = tables.stream().filter(line -> ARRIVED.contains(line.kind())).count();
    return Wording.count(rows, "row", "rows") + " in " + Wording.count(compared, "table", "tables");
  }

  public ReportSection toSection() {
    return toSection(ZoneId.of("UTC"));
  }

  /**
   * What a report shows of it.
   *
   * @param zone in which times are written
   */
  public ReportSection toSection(ZoneId zone) {
    return VerifySection.of(this, zone);
  }
}
