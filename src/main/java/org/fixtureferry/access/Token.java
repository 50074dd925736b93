package org.fixtureferry.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Random words that nobody guesses: for session cookies and for the first link. */
final class Token {
  private static final int BYTES = 32;

  private Token() {}

  static String next(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
