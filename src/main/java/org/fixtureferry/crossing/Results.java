package org.fixtureferry.crossing;

import java.io.IOException;
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
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.verify.VerifyResult;

/** The results of a crossing's stations, one JSON file each, in the crossing's folder. */
public final class Results {
  private static final String REVIEW = "diff.json";

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
    return store(result, file(result.station()));
  }

  /** A dry run of Load, kept beside the result of the real one. */
  public LoadResult storeReview(LoadResult result) {
    return store(result, folder.resolve(REVIEW));
  }

  public Optional<LoadResult> review() {
    return read(folder.resolve(REVIEW), LoadResult.class);
  }

  private <T extends StationResult> T store(T result, Path target) {
    try (WholeFile file = WholeFile.create(target)) {
      Json.MAPPER.writeValue(file.out(), result);
      file.commit();
      return result;
    } catch (IOException e) {
      throw new StationFailure(
          "Storing the result of "
              + result.station().slug()
              + " in "
              + folder
              + ": the file could not be written. Check the folder and its free space, then do this station again.",
          e);
    }
  }

  public Optional<StationResult> read(Station station) {
    return TYPES.containsKey(station)
        ? read(file(station), TYPES.get(station)).map(StationResult.class::cast)
        : Optional.empty();
  }

  private static <T> Optional<T> read(Path file, Class<T> type) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(file.toFile(), type));
    } catch (IOException e) {
      throw new StationFailure(
          "Reading the result " + file + ": it could not be read. Do its station again.", e);
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
