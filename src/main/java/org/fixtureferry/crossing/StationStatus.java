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

  public boolean startable() {
    return state != StationState.RUNNING && waitsFor.isEmpty();
  }
}
