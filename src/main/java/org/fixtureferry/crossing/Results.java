package org.fixtureferry.crossing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.export.ExportResult;
import org.fixtureferry.fixture.WholeFile;
import org.fixtureferry.load.LoadResult;
import org.fixtureferry.prepare.PrepareResult;
import org.fixtureferry.reorder.ReorderResult;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.verify.VerifyResult;

/** The results of a crossing's stations, one JSON file each, in the crossing's folder. */
public final class Results {
  private static final Map<Station, Class<? extends StationResult>> TYPES =
      Map.of(
          Station.CONNECT, Survey.class,
          Station.PREPARE, PrepareResult.class,
          Station.EXPORT, ExportResult.class,
          Station.REORDER, ReorderResult.class,
          Station.LOAD, LoadResult.class,
          Station.VERIFY, VerifyResult.class);

  private final Path folder;

  public Results(Path folder) {
    this.folder = folder;
  }

  public Path file(Station station) {
    return folder.resolve(station.slug() + ".json");
  }

  public <T extends StationResult> T store(T result) {
    try (WholeFile file = WholeFile.create(file(result.station()))) {
      Json.MAPPER.writeValue(file.out(), result);
      file.commit();
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Storing the result of " + result.station().slug() + " in " + folder, e);
    }
  }

  public Optional<StationResult> read(Station station) {
    Path file = file(station);
    if (!TYPES.containsKey(station) || !Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(file.toFile(), TYPES.get(station)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Reading the result of " + station.slug() + " from " + folder, e);
    }
  }

  /** What is stored, in the order of the stations. */
  public List<StationResult> all() {
    List<StationResult> results = new ArrayList<>();
    for (Station station : Station.values()) {
      read(station).ifPresent(results::add);
    }
    return results;
  }
}
