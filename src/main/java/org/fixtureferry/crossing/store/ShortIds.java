package org.fixtureferry.crossing.store;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Ids that fit into an address and cannot be guessed from each other. */
@Singleton
public class ShortIds {
  /** No vowels, so that no id spells a word, and nothing that looks like something else. */
  private static final String LETTERS = "23456789bcdfghjkmnpqrstvwxz";

  private static final int LENGTH = 8;

  private final SecureRandom random = new SecureRandom();

  public String next() {
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
