package org.fixtureferry.crossing.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of {@code crossing_event}. */
@Entity
@Table(name = "crossing_event")
@IdClass(EventEntity.Key.class)
class EventEntity {
  /** An event of a crossing. */
  record Key(String crossing, long id) implements Serializable {}

  @Id
  @Column(name = "crossing_id")
  String crossing;

  @Id long id;
  String type;
  String data;
}
