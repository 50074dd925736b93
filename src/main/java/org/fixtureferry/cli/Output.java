package org.fixtureferry.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.fixtureferry.crossing.ResultsDocument;
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
    ObjectNode document = ResultsDocument.of(results, failed, message);
    document.setAll(more);
    try {
      out.println(Json.MAPPER.writeValueAsString(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
