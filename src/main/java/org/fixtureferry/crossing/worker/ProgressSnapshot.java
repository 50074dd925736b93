package org.fixtureferry.crossing.worker;

import java.util.List;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.Station;

/**
 * How far a running station is, as people see it.
 *
 * @param phase what it does, such as "Reading rows"
 * @param subject the model at hand; null where the phase has none
 * @param total -1 where nobody knows
 * @param unit what "done", "total" and "rate" count
 * @param heldSeconds how long the source has been held; null where it is not
 * @param secondsLeft null as long as there is no steady guess
 * @param steps the models of this phase so far, in the order in which they began
 * @param rates units a second since the phase began, evenly spaced, for a chart
 */
public record ProgressSnapshot(
    Station station,
    String phase,
    String subject,
    long done,
    long total,
    Progress.Unit unit,
    long elapsedSeconds,
    Long heldSeconds,
    long rate,
    Long secondsLeft,
    List<Step> steps,
    List<Long> rates) {

  public ProgressSnapshot {
    steps = List.copyOf(steps);
    rates = List.copyOf(rates);
  }

  /**
   * One model of the phase.
   *
   * @param total -1 where nobody knows
   */
  public record Step(String name, long done, long total, boolean running) {}
}
