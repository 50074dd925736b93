package org.fixtureferry.crossing.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.fixtureferry.mysql.Database.Side;

/** A row of {@code crossing_secret}: a sealed password. */
@Entity
@Table(name = "crossing_secret")
@IdClass(SecretEntity.Key.class)
class SecretEntity {
  /** One side of a crossing. */
  record Key(String crossing, Side side) implements Serializable {}

  @Id
  @Column(name = "crossing_id")
  String crossing;

  @Id
  @Enumerated(EnumType.STRING)
  Side side;

  String sealed;
}
