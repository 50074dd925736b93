package org.fixtureferry.crossing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.servers.Samples;

/** All stations between two servers, as a plan has them run. */
final class Migration {
  private Migration() {}

  /**
   * @param decisions JSON of the plan's "decisions"
   */
  static List<StationResult> run(
      Endpoint source,
      Endpoint target,
      Path folder,
      Map<String, String> conflicts,
      String decisions) {
    PlanEndpoint unused = new PlanEndpoint("localhost", null, "unused", "nobody", "NONE", null);
    Plan plan =
        new Plan(
            Samples.DJNRO.name(),
            unused,
            unused,
            null,
            null,
            null,
            conflicts,
            null,
            read(decisions),
            null);
    return Migrate.run(
        new RunStation(
            Crossing.of(plan, source, target, folder),
            Clock.systemUTC(),
            ProgressListener.NO_OP,
            new Cancellation()),
        Optional.empty(),
        new Migrate.Watcher() {
          @Override
          public void begins(Station station) {}

          @Override
          public void ended(StationResult result) {}
        });
  }

  static StationResult last(List<StationResult> results) {
    return results.get(results.size() - 1);
  }

  private static Map<String, JsonNode> read(String decisions) {
    Map<String, JsonNode> said = new HashMap<>();
    try {
      Json.MAPPER
          .readTree(decisions)
          .properties()
          .forEach(each -> said.put(each.getKey(), each.getValue()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(decisions, e);
    }
    return said;
  }
}
