package org.fixtureferry.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code operator_account}. */
@Entity
@Table(name = "operator_account")
class OperatorEntity {
  @Id String name;

  @Column(name = "password_hash")
  String passwordHash;

  @JdbcTypeCode(SqlTypes.TIMESTAMP)
  Instant created;
}
