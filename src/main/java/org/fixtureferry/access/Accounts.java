package org.fixtureferry.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;

/** The operator's account. There is one; roles and more accounts may come later. */
@ApplicationScoped
@Transactional
class Accounts {
  private final EntityManager entities;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** What a wrong name is compared with, so that it takes as long as a wrong password. */
  private final String nobody = PasswordHash.of("", random);

  Accounts(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  boolean any() {
    return entities.createQuery("select count(*) from OperatorEntity", Long.class).getSingleResult()
        > 0;
  }

  void create(String name, String password) {
    OperatorEntity operator = new OperatorEntity();
    operator.name = name;
    operator.passwordHash = PasswordHash.of(password, random);
    operator.created = clock.instant();
    entities.persist(operator);
  }

  boolean verify(String name, String password) {
    OperatorEntity operator = entities.find(OperatorEntity.class, name);
    return PasswordHash.matches(password, operator == null ? nobody : operator.passwordHash)
        && operator != null;
  }
}
