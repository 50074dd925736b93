package org.fixtureferry.crossing.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code crossing}. */
@Entity
@Table(name = "crossing")
class CrossingEntity {
  @Id String id;
  String name;
  String plan;

  @JdbcTypeCode(SqlTypes.TIMESTAMP)
  Instant created;

  @JdbcTypeCode(SqlTypes.TIMESTAMP)
  Instant changed;
}
