package org.fixtureferry.crossing;

import static org.fixtureferry.report.Station.CONNECT;
import static org.fixtureferry.report.Station.EXPORT;
import static org.fixtureferry.report.Station.LOAD;
import static org.fixtureferry.report.Station.PREPARE;
import static org.fixtureferry.report.Station.REORDER;
import static org.fixtureferry.report.Station.UPGRADE;
import static org.fixtureferry.report.Station.VERIFY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationState;

/** Which station may run, and which results still hold. */
public final class StationOrder {
  /** Ends the word for a station that nobody did again, and whose result holds no longer. */
  public static final String FALLEN = ".stale";

  private StationOrder() {}

  /** The stations that must be done before this one may start. */
  public static List<Station> needs(Station station) {
    return switch (station) {
      case HOST, CONNECT -> List.of();
      case PREPARE, EXPORT -> List.of(CONNECT);
      case REORDER -> List.of(EXPORT);
      case LOAD -> List.of(PREPARE, EXPORT, REORDER);
      case VERIFY -> List.of(LOAD);
      case UPGRADE, CUTOVER -> List.of(VERIFY);
    };
  }

  /**
   * The stations whose results this one is made from. Upgrade waits for Verify, but is made from
   * what Load left; Verify looks at what Upgrade made of that, if it has run.
   */
  public static List<Station> madeFrom(Station station) {
    return switch (station) {
      case VERIFY -> List.of(LOAD, UPGRADE);
      case UPGRADE -> List.of(LOAD);
      case LOAD -> List.of(PREPARE, REORDER);
      case HOST, CONNECT, PREPARE, EXPORT, REORDER, CUTOVER -> needs(station);
    };
  }

  /** The parts of the plan that a station is made from, by their keys. */
  public static List<String> settings(Station station) {
    return switch (station) {
      case HOST, CUTOVER -> List.of();
      case CONNECT -> List.of("profile", "source", "target");
      case PREPARE -> List.of("profile", "target", "decisions");
      case EXPORT -> List.of("profile", "source", "export", "lock", "decisions");
      case REORDER -> List.of("reorder");
      case LOAD -> List.of("target", "conflicts", "decisions");
      case VERIFY -> List.of("accepted");
      case UPGRADE -> List.of("timeZone");
    };
  }

  /** The parts of the plan that are set on a station's own page. */
  public static List<String> ownSettings(Station station) {
    return switch (station) {
      case HOST, PREPARE, CUTOVER -> List.of();
      case CONNECT -> List.of("source", "target", "decisions");
      case EXPORT -> List.of("export", "lock");
      case REORDER -> List.of("reorder");
      case LOAD -> List.of("conflicts", "decisions");
      case VERIFY -> List.of("accepted");
      case UPGRADE -> List.of("timeZone");
    };
  }

  /**
   * Where every station stands.
   *
   * @param past what each station has behind it; one that never ran may be left out
   */
  public static Map<Station, StationStatus> statuses(Map<Station, Past> past, ObjectNode plan) {
    Map<Station, String> results = new EnumMap<>(Station.class);
    past.forEach((station, each) -> each.result().ifPresent(r -> results.put(station, r.sha256())));
    Map<Station, StationStatus> statuses = new EnumMap<>(Station.class);
    // In the enum's order: whatever a station waits for stands before it.
    for (Station station : Station.values()) {
      Past own = past.getOrDefault(station, Past.NONE);
      List<Station> waitsFor =
          needs(station).stream().filter(needed -> !opens(statuses.get(needed), station)).toList();
      List<String> changed =
          own.result()
              .map(
                  result ->
                      changed(
                          station,
                          result.madeFrom().differencesTo(Ingredients.of(station, plan, results)),
                          statuses))
              .orElse(List.of());
      statuses.put(
          station,
          new StationStatus(state(station, own, waitsFor, changed), waitsFor, changed, own));
    }
    return statuses;
  }

  /**
   * Whether a station may start on what an earlier one left. Findings that stop and are undecided
   * do not hold the fixture back; they hold the load back.
   */
  private static boolean opens(StationStatus earlier, Station station) {
    boolean writesTheFixture = station == EXPORT || station == REORDER;
    return earlier.state() == StationState.DONE || (writesTheFixture && earlier.undecided());
  }

  private static List<String> changed(
      Station station, List<String> differences, Map<Station, StationStatus> earlier) {
    List<String> changed = new ArrayList<>(differences);
    for (Station below : madeFrom(station)) {
      // What stands on a result that no longer holds does not hold either.
      boolean fallen = earlier.containsKey(below) && !opens(earlier.get(below), station);
      if (fallen && !changed.contains(below.slug())) {
        changed.add(below.slug() + FALLEN);
      }
    }
    return changed;
  }

  private static StationState state(
      Station station, Past past, List<Station> waitsFor, List<String> changed) {
    if (past.lastAttempt() == AttemptState.FAILED && keepsItsFile(station)) {
      return past.result().map(result -> withResult(result, changed)).orElse(StationState.FAILED);
    }
    return switch (past.lastAttempt()) {
      case RUNNING -> StationState.RUNNING;
      case FAILED -> StationState.FAILED;
      case INTERRUPTED -> StationState.INTERRUPTED;
      case NONE, CANCELLED, DONE ->
          past.result()
              .map(result -> withResult(result, changed))
              .orElse(waitsFor.isEmpty() ? StationState.READY : StationState.CLOSED);
    };
  }

  /** Whether an attempt that failed leaves the file of an earlier one as it was. */
  private static boolean keepsItsFile(Station station) {
    return station == EXPORT || station == REORDER;
  }

  private static StationState withResult(StationRecord result, List<String> changed) {
    if (!changed.isEmpty()) {
      return StationState.STALE;
    }
    return result.good() ? StationState.DONE : StationState.FAILED;
  }
}
