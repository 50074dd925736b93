package org.fixtureferry.crossing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.fixtureferry.fixture.WholeFile;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.StationResult;

/** Writes the report of a crossing from what its stations left behind. */
public final class WriteReport {
  private WriteReport() {}

  /**
   * @param folder where the results lie
   * @throws StationFailure where there are none, or the file cannot be written
   */
  public static Path of(Path folder, Path file) {
    List<StationResult> results = new Results(folder).all();
    if (results.isEmpty()) {
      throw new StationFailure(
          "Writing the report: there are no results in " + folder + " yet. Run a station first.");
    }
    try (WholeFile report = WholeFile.create(file)) {
      report.out().write(ReportOfResults.html(results).getBytes(StandardCharsets.UTF_8));
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
