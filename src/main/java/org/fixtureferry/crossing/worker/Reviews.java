package org.fixtureferry.crossing.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fixtureferry.crossing.ConflictPolicy;
import org.fixtureferry.crossing.Ingredients;
import org.fixtureferry.crossing.Results;
import org.fixtureferry.crossing.Review;
import org.fixtureferry.crossing.ReviewRecord;
import org.fixtureferry.crossing.StationRecord;
import org.fixtureferry.crossing.store.CrossingStore;
import org.fixtureferry.crossing.store.DataFolder;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.load.LoadResult;
import org.fixtureferry.load.LoadSettings;
import org.fixtureferry.load.StoredDiff;
import org.fixtureferry.report.Station;

/** The stored diffs of crossings: what an import would change, and whether that is still so. */
@Singleton
public class Reviews {
  private final CrossingStore crossings;
  private final DataFolder data;

  Reviews(CrossingStore crossings, DataFolder data) {
    this.crossings = crossings;
    this.data = data;
  }

  /** The last diff; empty where there was none. */
  public Optional<Review> of(SavedCrossing crossing) throws IOException {
    Optional<ReviewRecord> record = crossings.review(crossing.id());
    Optional<LoadResult> diff = new Results(data.of(crossing.id())).review();
    if (record.isEmpty() || diff.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Review(
            diff.get(),
            record.get().finished(),
            changed(crossing, record.get()),
            policy(crossing)));
  }

  /** Its objects, a model at a time. */
  public StoredDiff objects(SavedCrossing crossing) throws IOException {
    return StoredDiff.ofCrossing(data.of(crossing.id()));
  }

  public LoadSettings policy(SavedCrossing crossing) {
    return ConflictPolicy.of(crossing.plan().get(ConflictPolicy.KEY), profile(crossing));
  }

  public static Profile profile(SavedCrossing crossing) {
    return Profiles.bundled(crossing.plan().path("profile").asText());
  }

  private List<String> changed(SavedCrossing crossing, ReviewRecord review) throws IOException {
    Map<Station, StationRecord> records = crossings.results(crossing.id());
    List<String> changed =
        new ArrayList<>(
            review.madeFrom().differencesTo(madeFrom(crossing.plan(), records).madeFrom()));
    StationRecord load = records.get(Station.LOAD);
    if (load != null && load.finished().isAfter(review.finished()) && loaded(crossing)) {
      changed.add(Station.LOAD.slug());
    }
    return changed;
  }

  private static ReviewRecord madeFrom(ObjectNode plan, Map<Station, StationRecord> records) {
    Map<Station, String> hashes =
        records.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().sha256()));
    return ReviewRecord.of(Ingredients.of(Station.LOAD, plan, hashes), null);
  }

  /**
   * Whether the last import wrote anything; one that stopped left the target as the diff saw it.
   */
  private boolean loaded(SavedCrossing crossing) throws IOException {
    return new Results(data.of(crossing.id()))
        .read(Station.LOAD)
        .filter(LoadResult.class::isInstance)
        .map(LoadResult.class::cast)
        .map(LoadResult::loaded)
        .orElse(false);
  }
}
