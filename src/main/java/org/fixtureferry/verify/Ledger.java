package org.fixtureferry.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Wording;

/**
 * Counts each source row once. What the comparison saw has to add up to what COUNT(*) said, table
 * by table.
 */
final class Ledger {
  static final String CHECK = "ledger";

  private final Map<LedgerClass, Map<String, Long>> tables = new EnumMap<>(LedgerClass.class);
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param leftOut rows missing from the target, accepted by name
   */
  void enter(ComparedRows rows, long leftOut) {
    TableLine line = rows.line();
    long seen;
    if (line.kind() == LedgerClass.EXCLUDED) {
      seen = line.sourceRows();
      add(LedgerClass.EXCLUDED, line, seen);
    } else {
      boolean matched = line.kind() == LedgerClass.MATCHED;
      Decided decided = rows.decided();
      long changed = Math.min(decided.changed(), rows.same());
      add(LedgerClass.REJECTED, line, decided.rejected());
      add(LedgerClass.LEFT_OUT, line, leftOut + decided.leftOut());
      long same = rows.same() - decided.added();
      add(line.kind(), line, same - changed);
      add(matched ? LedgerClass.MATCHED : LedgerClass.CHANGED, line, line.differing() + changed);
      seen = same + line.differing() + leftOut + decided.leftOut() + decided.rejected();
      long atTarget = rows.same() + line.differing() + line.extra();
      if (atTarget != line.targetRows()) {
        findings.add(finding(line, "target", line.targetRows(), atTarget));
      }
    }
    if (seen != line.sourceRows()) {
      findings.add(finding(line, "source", line.sourceRows(), seen));
    }
  }

  void enterLeftBehind(String table, long rows) {
    add(LedgerClass.LEFT_BEHIND, table, rows);
  }

  List<LedgerLine> lines() {
    return tables.entrySet().stream()
        .map(entry -> LedgerLine.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  Outcome outcome() {
    return Outcome.of(CHECK, findings);
  }

  private void add(LedgerClass kind, TableLine line, long rows) {
    add(kind, line.table(), rows);
  }

  private void add(LedgerClass kind, String table, long rows) {
    if (rows > 0) {
      tables.computeIfAbsent(kind, each -> new LinkedHashMap<>()).merge(table, rows, Long::sum);
    }
  }

  private static Finding finding(TableLine line, String side, long rows, long seen) {
    String text =
        "%s: %s at the %s, %s accounted for."
            .formatted(
                line.table(), Wording.count(rows, "row", "rows"), side, Wording.number(seen));
    return Finding.of(CHECK, Severity.STOPS, text)
        .at(line.model(), line.table())
        .inColumn(null, line.field());
  }
}
