package org.fixtureferry.connect.sandbox;

import java.security.SecureRandom;
import java.util.Base64;

/** The one account of a sandbox server that a person or a test signs in with. */
public record RootAccount(String password) {

  public static final String USER = "root";

  public RootAccount {
    // The servers read their first statements from a file, one statement a line.
    if (password.isEmpty() || password.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The root password of a sandbox server must not be empty or hold control characters.");
    }
  }

  public static RootAccount withRandomPassword() {
    byte[] bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    return new RootAccount(Base64.getUrlEncoder().encodeToString(bytes));
  }

  /** The password as an SQL string, for a session without NO_BACKSLASH_ESCAPES. */
  public String quotedPassword() {
    return "'" + password.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  @Override
  public String toString() {
    return "RootAccount";
  }
}
