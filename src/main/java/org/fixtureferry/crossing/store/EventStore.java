package org.fixtureferry.crossing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** The events of each crossing, kept so that a browser that was away hears what it missed. */
@ApplicationScoped
@Transactional
public class EventStore {
  /** About a quarter of an hour of progress; what is older nobody replays. */
  private static final int KEPT = 1_000;

  private final EntityManager entities;

  EventStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds an event with the next id. Callers take turns, crossing by crossing. */
  public CrossingEvent append(String crossing, String type, String data) {
    EventEntity event = new EventEntity();
    event.crossing = crossing;
    event.id = lastId(crossing) + 1;
    event.type = type;
    event.data = data;
    entities.persist(event);
    if (event.id % 100 == 0) {
      entities
          .createQuery("delete from EventEntity where crossing = ?1 and id <= ?2")
          .setParameter(1, crossing)
          .setParameter(2, event.id - KEPT)
          .executeUpdate();
    }
    return new CrossingEvent(crossing, event.id, type, data);
  }

  public long lastId(String crossing) {
    return entities
        .createQuery("select coalesce(max(id), 0) from EventEntity where crossing = ?1", Long.class)
        .setParameter(1, crossing)
        .getSingleResult();
  }

  public List<CrossingEvent> after(String crossing, long id) {
    return entities
        .createQuery(
            "from EventEntity where crossing = ?1 and id > ?2 order by id", EventEntity.class)
        .setParameter(1, crossing)
        .setParameter(2, id)
        .getResultStream()
        .map(event -> new CrossingEvent(event.crossing, event.id, event.type, event.data))
        .toList();
  }
}
