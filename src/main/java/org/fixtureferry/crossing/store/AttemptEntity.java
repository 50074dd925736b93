package org.fixtureferry.crossing.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.fixtureferry.crossing.AttemptState;
import org.fixtureferry.crossing.StationRunner;
import org.fixtureferry.report.Station;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code crossing_attempt}. */
@Entity
@Table(name = "crossing_attempt")
class AttemptEntity {
  @Id String id;

  @Column(name = "crossing_id")
  String crossing;

  @Enumerated(EnumType.STRING)
  Station station;

  @Enumerated(EnumType.STRING)
  StationRunner.Task task;

  @Enumerated(EnumType.STRING)
  AttemptState state;

  @JdbcTypeCode(SqlTypes.TIMESTAMP)
  Instant started;

  @JdbcTypeCode(SqlTypes.TIMESTAMP)
  Instant ended;

  String progress;
  String failure;

  Attempt toRecord() {
    return new Attempt(id, crossing, station, task, state, started, ended, progress, failure);
  }
}
