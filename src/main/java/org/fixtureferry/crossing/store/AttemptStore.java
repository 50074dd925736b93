package org.fixtureferry.crossing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtureferry.crossing.AttemptState;
import org.fixtureferry.crossing.StationRunner;
import org.fixtureferry.report.Station;

/** Every attempt to run a station, and how far it came. */
@ApplicationScoped
@Transactional
public class AttemptStore {
  private final EntityManager entities;
  private final Clock clock;

  AttemptStore(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  public Attempt begin(String crossing, Station station, StationRunner.Task task) {
    AttemptEntity attempt = new AttemptEntity();
    attempt.id = UUID.randomUUID().toString();
    attempt.crossing = crossing;
    attempt.station = station;
    attempt.task = task;
    attempt.state = AttemptState.RUNNING;
    attempt.started = clock.instant();
    entities.persist(attempt);
    entities.find(CrossingEntity.class, crossing).changed = attempt.started;
    return attempt.toRecord();
  }

  public void progressed(String id, String progress) {
    entities.find(AttemptEntity.class, id).progress = progress;
  }

  /**
   * @param failure a sentence, or null
   */
  public void end(String id, AttemptState state, String failure) {
    AttemptEntity attempt = entities.find(AttemptEntity.class, id);
    attempt.state = state;
    attempt.failure = failure;
    attempt.ended = clock.instant();
    entities.find(CrossingEntity.class, attempt.crossing).changed = attempt.ended;
  }

  public List<Attempt> running() {
    return entities
        .createQuery("from AttemptEntity where state = ?1", AttemptEntity.class)
        .setParameter(1, AttemptState.RUNNING)
        .getResultStream()
        .map(AttemptEntity::toRecord)
        .toList();
  }

  public Optional<Attempt> last(String crossing, Station station) {
    return entities
        .createQuery(
            "from AttemptEntity where crossing = ?1 and station = ?2 order by started desc",
            AttemptEntity.class)
        .setParameter(1, crossing)
        .setParameter(2, station)
        .setMaxResults(1)
        .getResultStream()
        .map(AttemptEntity::toRecord)
        .findFirst();
  }

  Map<Station, AttemptState> lastStates(String crossing) {
    Map<Station, AttemptState> states = new EnumMap<>(Station.class);
    entities
        .createQuery("from AttemptEntity where crossing = ?1 order by started", AttemptEntity.class)
        .setParameter(1, crossing)
        .getResultStream()
        .forEach(
            attempt -> {
              // However a look ended, the station stands where its last run left it.
              if (attempt.task == StationRunner.Task.RUN || attempt.state == AttemptState.RUNNING) {
                states.put(attempt.station, attempt.state);
              }
            });
    return states;
  }
}
