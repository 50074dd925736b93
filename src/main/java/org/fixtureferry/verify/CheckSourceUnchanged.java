package org.fixtureferry.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.mysql.RowSum;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Wording;

/** Whether the source still is what Export saw under the lock; no acceptance helps where not. */
final class CheckSourceUnchanged {
  static final String FINDING = "source-changed";

  private CheckSourceUnchanged() {}

  /**
   * @param now the sums of the source's rows, by table
   */
  static Outcome check(FixtureMeta exported, Map<String, RowSum> now, Owners owners) {
    List<Finding> findings = new ArrayList<>();
    List<String> unchecked = new ArrayList<>();
    if (exported.tables().isEmpty()) {
      return new Outcome(
          "source-unchanged",
          List.of(),
          List.of("The fixture was handed in: what the source was at its export is not known."));
    }
    now.forEach(
        (table, sum) -> {
          FixtureMeta.TableState then = exported.tables().get(table);
          if (then == null) {
            unchecked.add("Export kept no sum of table " + table + ".");
          } else if (!then.sum().equals(sum)) {
            findings.add(changed(table, owners.label(table), then.sum(), sum));
          }
        });
    return new Outcome("source-unchanged", findings, unchecked);
  }

  private static Finding changed(String table, String model, RowSum then, RowSum now) {
    String text =
        "Table %s changed at the source after the export: %s then, %s now. Export again."
            .formatted(
                table,
                Wording.count(then.count(), "row", "rows"),
                Wording.count(now.count(), "row", "rows"));
    return Finding.of(FINDING, Severity.STOPS, text).at(model, table);
  }
}
