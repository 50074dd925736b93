package org.fixtureferry.report;

import java.util.List;

/**
 * What a station leaves behind: a record that is stored, shown, and handed to the next station as
 * it is.
 */
public interface StationResult {
  Station station();

  /** One line for the list of stations, such as "1,075 objects, 412 kB". */
  String summary();

  List<CheckResult> checks();

  List<Finding> findings();

  /** Whether nothing in it stops the crossing. */
  default boolean good() {
    return findings().stream().noneMatch(Finding::stops)
        && checks().stream().noneMatch(check -> check.state() == CheckResult.State.UNCHECKED);
  }
}
