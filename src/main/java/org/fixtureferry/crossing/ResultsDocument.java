package org.fixtureferry.crossing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;

/** The results of stations as one JSON document, for programs. */
public final class ResultsDocument {
  private ResultsDocument() {}

  /**
   * @param failed the station that failed with an exception; null where none did
   * @param message what it said; null likewise
   */
  public static ObjectNode of(List<StationResult> results, Station failed, String message) {
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
    return document;
  }
}
