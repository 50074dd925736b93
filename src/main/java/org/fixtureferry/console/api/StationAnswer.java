package org.fixtureferry.console.api;

import java.time.Instant;
import java.util.List;
import org.fixtureferry.crossing.StationRecord;
import org.fixtureferry.crossing.StationStatus;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationState;

/**
 * Where a station stands, as JSON.
 *
 * @param waitsFor slugs of the stations that have to be done first
 * @param changed what its result was made from and is no longer so
 * @param summary of the last result; null where there is none
 * @param finished when that result came about
 */
public record StationAnswer(
    Station station,
    StationState state,
    List<Station> waitsFor,
    List<String> changed,
    String summary,
    Boolean good,
    String sha256,
    Instant finished) {
  static StationAnswer of(Station station, StationStatus status) {
    StationRecord result = status.past().result().orElse(null);
    return new StationAnswer(
        station,
        status.state(),
        status.waitsFor(),
        status.changed(),
        result == null ? null : result.summary(),
        result == null ? null : result.good(),
        result == null ? null : result.sha256(),
        result == null ? null : result.finished());
  }
}
