package org.fixtureferry.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code operator_session}. */
@Entity
@Table(name = "operator_session")
class SessionEntity {
  @Id
  @Column(name = "token_sha256")
  String tokenSha256;

  String operator;

  @JdbcTypeCode(SqlTypes.TIMESTAMP)
  Instant created;

  @JdbcTypeCode(SqlTypes.TIMESTAMP)
  Instant expires;
}
