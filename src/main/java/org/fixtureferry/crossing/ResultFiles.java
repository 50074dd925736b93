package org.fixtureferry.crossing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fixtureferry.fixture.WholeFile;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;

/** The results of a crossing's stations, each as STATION.json in its folder. */
public final class ResultFiles {
  private ResultFiles() {}

  public static void write(Path folder, StationResult result) throws IOException {
    try (WholeFile file = WholeFile.create(file(folder, result.station()))) {
      Json.MAPPER.writeValue(file.out(), result);
      file.commit();
    }
  }

  public static Optional<JsonNode> read(Path folder, Station station) throws IOException {
    Path file = file(folder, station);
    return Files.exists(file) ? Optional.of(Json.MAPPER.readTree(file.toFile())) : Optional.empty();
  }

  private static Path file(Path folder, Station station) {
    return folder.resolve(station.slug() + ".json");
  }
}
