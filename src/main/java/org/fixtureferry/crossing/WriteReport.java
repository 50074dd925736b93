package org.fixtureferry.crossing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.fixtureferry.fixture.WholeFile;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.StationResult;

/** Writes the report of a crossing from what its stations left behind. */
public final class WriteReport {
  private WriteReport() {}

  /**
   * As one page of HTML.
   *
   * @param folder where the results lie
   * @throws StationFailure where there are none, or the file cannot be written
   */
  public static Path of(Path folder, Path file) {
    return write(file, ReportOfResults.html(results(folder)));
  }

  /**
   * As the JSON document that the command line prints.
   *
   * @throws StationFailure likewise
   */
  public static Path json(Path folder, Path file) {
    try {
      return write(
          file,
          Json.MAPPER.writeValueAsString(ResultsDocument.of(results(folder), null, null)) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Results can be written as JSON", e);
    }
  }

  private static List<StationResult> results(Path folder) {
    List<StationResult> results = new Results(folder).all();
    if (results.isEmpty()) {
      throw new StationFailure(
          "Writing the report: there are no results in " + folder + " yet. Run a station first.");
    }
    return results;
  }

  private static Path write(Path file, String text) {
    try (WholeFile report = WholeFile.create(file)) {
      report.out().write(text.getBytes(StandardCharsets.UTF_8));
      report.commit();
      return file;
    } catch (IOException e) {
      throw new StationFailure(
          "Writing the report "
              + file
              + ": the file could not be written. Check the folder and its free space.",
          e);
    }
  }
}
