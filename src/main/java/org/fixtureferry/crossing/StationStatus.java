package org.fixtureferry.crossing;

import java.util.List;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationState;

/**
 * Where one station stands.
 *
 * @param waitsFor the stations that have to be done first
 * @param changed what the result was made from and is no longer so: slugs of stations that were
 *     done again, "export.stale" of one whose own result holds no longer, keys of settings
 */
public record StationStatus(
    StationState state, List<Station> waitsFor, List<String> changed, Past past) {
  public StationStatus {
    waitsFor = List.copyOf(waitsFor);
    changed = List.copyOf(changed);
  }

  /** Whether the result stands, and holds findings that stop and that nobody decided. */
  public boolean undecided() {
    return state == StationState.FAILED
        && past.lastAttempt() != AttemptState.FAILED
        && changed.isEmpty()
        && past.result().filter(result -> !result.good()).isPresent();
  }

  public boolean startable() {
    return state != StationState.RUNNING && waitsFor.isEmpty();
  }
}
