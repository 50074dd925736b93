package org.fixtureferry.crossing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.report.StationFailure;

/** The passwords of the two databases of each crossing, sealed. */
@ApplicationScoped
@Transactional
public class PasswordStore {
  private final EntityManager entities;
  private final SecretBox box;

  PasswordStore(EntityManager entities, SecretBox box) {
    this.entities = entities;
    this.box = box;
  }

  public void put(String crossing, Side side, String password) {
    SecretEntity secret = new SecretEntity();
    secret.crossing = crossing;
    secret.side = side;
    secret.sealed = box.seal(password, boundTo(crossing, side));
    entities.merge(secret);
  }

  public Optional<String> get(String crossing, Side side) {
    return Optional.ofNullable(
            entities.find(SecretEntity.class, new SecretEntity.Key(crossing, side)))
        .map(secret -> unseal(secret, boundTo(crossing, side)));
  }

  private String unseal(SecretEntity secret, String boundTo) {
    try {
      return box.unseal(secret.sealed, boundTo);
    } catch (GeneralSecurityException e) {
      throw new StationFailure(
          "Reading the stored password of the "
              + secret.side.name().toLowerCase(java.util.Locale.ROOT)
              + ": the key in the data folder is not the one that sealed it. Enter the password again.",
          e);
    }
  }

  private static String boundTo(String crossing, Side side) {
    return crossing + ":" + side.name();
  }
}
