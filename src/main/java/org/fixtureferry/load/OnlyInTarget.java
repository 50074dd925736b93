package org.fixtureferry.load;

import java.util.List;
import java.util.Optional;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/** Rows of a copied table that the target holds and the source does not. */
final class OnlyInTarget {
  private OnlyInTarget() {}

  static Optional<Finding> finding(String table, long rows, LoadSettings settings) {
    if (rows == 0) {
      return Optional.empty();
    }
    boolean stops = settings.onlyInTarget() == LoadSettings.OnlyInTarget.STOP;
    return Optional.of(
        Finding.of(
                "only-in-target",
                stops ? Severity.STOPS : Severity.LOOK,
                "The target holds rows of table "
                    + table
                    + " that the source does not. Decide: conflicts: {only-in-target: remove} or keep.")
            .at(null, table)
            .counting(rows, List.of())
            .decide(
                List.of("stop", "remove", "keep"), stops ? null : settings.onlyInTarget().slug()));
  }
}
