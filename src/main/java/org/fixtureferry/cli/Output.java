package org.fixtureferry.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;

/** One JSON document on standard output, for scripts. */
final class Output {
  private Output() {}

  /**
   * The results of stations.
   *
   * @param failed the station that failed with an exception; null where none did
   * @param message what it said; null likewise
   * @param more what the command has to say beside its results
   */
  static void json(
      PrintStream out,
      List<StationResult> results,
      Station failed,
      String message,
      ObjectNode more) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    ArrayNode stations = document.putArray("stations");
    ArrayNode checks = document.putArray("checks");
    ArrayNode findings = document.putArray("findings");
    for (StationResult result : results) {
      stations
          .addObject()
          .put("station", result.station().slug())
          .put("state", result.good() ? "done" : "failed")
          .put("summary", result.summary());
      result.checks().forEach(checks::addPOJO);
      result.findings().forEach(findings::addPOJO);
    }
    if (message != null) {
      if (failed != null) {
        stations
            .addObject()
            .put("station", failed.slug())
            .put("state", "failed")
            .put("summary", message);
      }
      document.put("error", message);
    }
    document.put("green", message == null && results.stream().allMatch(StationResult::good));
    if (results.size() == 1) {
      ObjectNode own = Json.MAPPER.valueToTree(results.get(0));
      own.remove(List.of("checks", "findings", "station", "summary"));
      document.setAll(own);
    } else {
      ObjectNode byStation = document.putObject("results");
      results.forEach(
          result -> byStation.set(result.station().slug(), Json.MAPPER.valueToTree(result)));
    }
    document.setAll(more);
    try {
      out.println(Json.MAPPER.writeValueAsString(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
