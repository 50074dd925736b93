package org.fixtureferry.crossing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.crossing.AttemptState;
import org.fixtureferry.crossing.Ingredients;
import org.fixtureferry.crossing.Past;
import org.fixtureferry.crossing.ReviewRecord;
import org.fixtureferry.crossing.StationOrder;
import org.fixtureferry.crossing.StationRecord;
import org.fixtureferry.crossing.StationStatus;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;

/** The crossings with their settings and the results of their stations. */
@ApplicationScoped
@Transactional
public class CrossingStore {
  private final EntityManager entities;
  private final AttemptStore attempts;
  private final ShortIds ids;
  private final Clock clock;

  CrossingStore(EntityManager entities, AttemptStore attempts, ShortIds ids, Clock clock) {
    this.entities = entities;
    this.attempts = attempts;
    this.ids = ids;
    this.clock = clock;
  }

  public SavedCrossing create(String name, ObjectNode plan) {
    CrossingEntity crossing = new CrossingEntity();
    crossing.id = ids.next();
    crossing.name = name;
    crossing.plan = plan.toString();
    crossing.created = clock.instant();
    crossing.changed = crossing.created;
    entities.persist(crossing);
    return saved(crossing);
  }

  /** All of them, the one that was touched last first. */
  public List<SavedCrossing> all() {
    return entities
        .createQuery("from CrossingEntity order by changed desc, id", CrossingEntity.class)
        .getResultStream()
        .map(CrossingStore::saved)
        .toList();
  }

  public Optional<SavedCrossing> find(String id) {
    return Optional.ofNullable(entities.find(CrossingEntity.class, id)).map(CrossingStore::saved);
  }

  public void rename(String id, String name) {
    CrossingEntity crossing = entities.find(CrossingEntity.class, id);
    crossing.name = name;
    crossing.changed = clock.instant();
  }

  /** Puts parts of the plan in place of what stood there; null takes a part out. */
  public void change(String id, Map<String, JsonNode> parts) {
    CrossingEntity crossing = entities.find(CrossingEntity.class, id);
    ObjectNode plan = object(crossing.plan);
    parts.forEach(
        (key, value) -> {
          if (value == null || value.isNull()) {
            plan.remove(key);
          } else {
            plan.set(key, value);
          }
        });
    crossing.plan = plan.toString();
    crossing.changed = clock.instant();
  }

  public void delete(String id) {
    entities.remove(entities.getReference(CrossingEntity.class, id));
  }

  public Map<Station, StationStatus> statuses(String id) {
    SavedCrossing crossing = find(id).orElseThrow();
    Map<Station, AttemptState> last = attempts.lastStates(id);
    Map<Station, StationRecord> results = results(id);
    Map<Station, Past> past = new EnumMap<>(Station.class);
    for (Station station : Station.values()) {
      past.put(
          station,
          new Past(
              last.getOrDefault(station, AttemptState.NONE),
              Optional.ofNullable(results.get(station))));
    }
    return StationOrder.statuses(past, crossing.plan());
  }

  public Map<Station, StationRecord> results(String id) {
    Map<Station, StationRecord> results = new EnumMap<>(Station.class);
    entities
        .createQuery("from StationEntity where crossing = ?1", StationEntity.class)
        .setParameter(1, id)
        .getResultStream()
        .forEach(
            row ->
                results.put(
                    row.station,
                    new StationRecord(
                        row.summary,
                        row.good,
                        row.sha256,
                        ingredients(row.madeFrom),
                        row.finished)));
    return results;
  }

  public void saveResult(String id, Station station, StationRecord result) {
    StationEntity row = new StationEntity();
    row.crossing = id;
    row.station = station;
    row.summary = result.summary();
    row.good = result.good();
    row.sha256 = result.sha256();
    row.madeFrom = write(result.madeFrom());
    row.finished = result.finished();
    entities.merge(row);
    entities.find(CrossingEntity.class, id).changed = result.finished();
  }

  public void saveReview(String id, ReviewRecord review) {
    ReviewEntity row = new ReviewEntity();
    row.crossing = id;
    row.madeFrom = write(review.madeFrom());
    row.finished = review.finished();
    entities.merge(row);
  }

  public Optional<ReviewRecord> review(String id) {
    return Optional.ofNullable(entities.find(ReviewEntity.class, id))
        .map(row -> new ReviewRecord(ingredients(row.madeFrom), row.finished));
  }

  private static SavedCrossing saved(CrossingEntity crossing) {
    return new SavedCrossing(
        crossing.id, crossing.name, object(crossing.plan), crossing.created, crossing.changed);
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The store holds a plan that is not JSON", e);
    }
  }

  private static Ingredients ingredients(String json) {
    try {
      return Json.MAPPER.readValue(json, Ingredients.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The store holds ingredients that are not JSON", e);
    }
  }

  private static String write(Ingredients ingredients) {
    try {
      return Json.MAPPER.writeValueAsString(ingredients);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Ingredients can be written", e);
    }
  }
}
