package org.fixtureferry.crossing;

import java.util.List;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationState;

/**
 * Where one station stands.
 *
 * @param waitsFor the stations that have to be done first
 * @param changed what the result was made from and is no longer so: slugs of stations, keys of
 *     settings
 */
public record StationStatus(
    StationState state, List<Station> waitsFor, List<String> changed, Past past) {
  public StationStatus {
    waitsFor = List.copyOf(waitsFor);
    changed = List.copyOf(changed);
  }

  /** Whether its result holds, but has findings that stop the crossing and were not decided. */
  public boolean isUndecided() {
    return state == StationState.FAILED
        && past.lastAttempt() != AttemptState.FAILED
        && changed.isEmpty()
        && past.result().isPresent();
  }

  public boolean startable() {
    return state != StationState.RUNNING && waitsFor.isEmpty();
  }
}
