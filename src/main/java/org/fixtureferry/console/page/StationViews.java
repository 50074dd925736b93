package org.fixtureferry.console.page;

import jakarta.inject.Singleton;
import java.util.Map;
import org.fixtureferry.crossing.StationStatus;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.EventLog;
import org.fixtureferry.report.Station;

/** Looks up what a station's page shows. */
@Singleton
public class StationViews {
  private final Crossings crossings;
  private final EventLog events;

  StationViews(Crossings crossings, EventLog events) {
    this.crossings = crossings;
    this.events = events;
  }

  /**
   * @throws org.fixtureferry.crossing.worker.UnknownCrossing where there is no such crossing
   */
  public StationView of(String crossing, Station station) {
    return of(crossing, station, null);
  }

  public StationView of(String crossing, Station station, String refusal) {
    SavedCrossing saved = crossings.require(crossing);
    // Asked before the state: an event that comes in between is then seen twice, not missed.
    long lastEvent = events.lastId(crossing);
    Map<Station, StationStatus> statuses = crossings.statuses(crossing);
    return new StationView(
        saved,
        station,
        statuses.get(station),
        crossings.lastAttempt(crossing, station).orElse(null),
        lastEvent,
        statuses.get(Station.CONNECT).undecided(),
        refusal);
  }
}
