package org.fixtureferry.crossing.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code crossing}. */
@Entity
@Table(name = "crossing")
class CrossingEntity {
  @Id String id;
  String name;
  String plan;
  Instant created;
  Instant changed;
}
