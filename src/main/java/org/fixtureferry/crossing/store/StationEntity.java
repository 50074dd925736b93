package org.fixtureferry.crossing.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.fixtureferry.report.Station;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code crossing_station}: the last result of a station. */
@Entity
@Table(name = "crossing_station")
@IdClass(StationEntity.Key.class)
class StationEntity {
  /** A station of a crossing. */
  record Key(String crossing, Station station) implements Serializable {}

  @Id
  @Column(name = "crossing_id")
  String crossing;

  @Id
  @Enumerated(EnumType.STRING)
  Station station;

  String summary;
  boolean good;

  @Column(name = "result_sha256")
  String sha256;

  @Column(name = "made_from")
  String madeFrom;

  @JdbcTypeCode(SqlTypes.TIMESTAMP)
  Instant finished;
}
