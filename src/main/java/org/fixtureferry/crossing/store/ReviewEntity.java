package org.fixtureferry.crossing.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code crossing_review}: the stored diff of a crossing. */
@Entity
@Table(name = "crossing_review")
class ReviewEntity {
  @Id
  @Column(name = "crossing_id")
  String crossing;

  @Column(name = "made_from")
  String madeFrom;

  @JdbcTypeCode(SqlTypes.TIMESTAMP)
  Instant finished;
}
