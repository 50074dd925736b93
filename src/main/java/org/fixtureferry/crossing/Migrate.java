package org.fixtureferry.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;

/** All stations from the survey to the proof, one after the other; ends at the first that stops. */
public final class Migrate {
  private static final List<Station> STATIONS =
      List.of(
          Station.CONNECT,
          Station.PREPARE,
          Station.EXPORT,
          Station.REORDER,
          Station.LOAD,
          Station.VERIFY);

  private Migrate() {}

  /** What a terminal or a page wants to hear between two stations. */
  public interface Watcher {
    void begins(Station station);

    void ended(StationResult result);
  }

  /**
   * @return the results of the stations that ran; the last one is not good where the crossing
   *     stopped there
   */
  public static List<StationResult> run(
      RunStation run, Optional<String> overwrite, Watcher watcher) {
    List<StationResult> results = new ArrayList<>();
    for (Station station : STATIONS) {
      watcher.begins(station);
      StationResult result = run.run(station, overwrite);
      results.add(result);
      watcher.ended(result);
      if (!result.good()) {
        break;
      }
    }
    return results;
  }
}
