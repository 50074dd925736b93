package org.fixtureferry.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fixtureferry.report.Sha256;

/**
 * Who is signed in. The browser holds a random token, the store its hash, so that signing out ends
 * it and a copy of the store opens nothing.
 */
@ApplicationScoped
public class Sessions {
  /** An evening and the morning after. */
  public static final Duration LIFETIME = Duration.ofHours(16);

  private record Session(String operator, Instant expires) {}

  private final EntityManager entities;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** The store's rows again: asked on every request, on a thread that must not wait. */
  private final Map<String, Session> open = new ConcurrentHashMap<>();

  Sessions(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** Begins a session; gives the token for the browser. */
  @Transactional
  String begin(String operator) {
    String token = Token.next(random);
    SessionEntity session = new SessionEntity();
    session.tokenSha256 = Sha256.of(token);
    session.operator = operator;
    session.created = clock.instant();
    session.expires = session.created.plus(LIFETIME);
    entities.persist(session);
    open.put(session.tokenSha256, new Session(operator, session.expires));
    return token;
  }

  /** The operator whom a token stands for. */
  public Optional<String> operator(String token) {
    return Optional.ofNullable(open.get(Sha256.of(token)))
        .filter(session -> session.expires.isAfter(clock.instant()))
        .map(Session::operator);
  }

  @Transactional
  public void end(String token) {
    String sha256 = Sha256.of(token);
    open.remove(sha256);
    entities
        .createQuery("delete from SessionEntity where tokenSha256 = ?1")
        .setParameter(1, sha256)
        .executeUpdate();
  }

  @Transactional
  void load() {
    entities
        .createQuery("delete from SessionEntity where expires <= ?1")
        .setParameter(1, clock.instant())
        .executeUpdate();
    entities
        .createQuery("from SessionEntity", SessionEntity.class)
        .getResultStream()
        .forEach(row -> open.put(row.tokenSha256, new Session(row.operator, row.expires)));
  }
}
