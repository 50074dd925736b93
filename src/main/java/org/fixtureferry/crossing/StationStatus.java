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

  /**
   * The state in a word for people: a result that stops is "undecided", or "not-green" where rows
   * were compared; else the state's own slug.
   */
  public String word(Station station) {
    if (!undecided()) {
      return state.slug();
    }
    return station == Station.VERIFY ? "not-green" : "undecided";
  }

  public boolean startable() {
    return state != StationState.RUNNING && waitsFor.isEmpty();
  }
}
