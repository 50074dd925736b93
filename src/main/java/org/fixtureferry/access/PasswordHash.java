package org.fixtureferry.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password as it is stored: PBKDF2 with its salt and count, "pbkdf2-sha512$COUNT$SALT$HASH". */
final class PasswordHash {
  private static final String NAME = "pbkdf2-sha512";

  /** What OWASP asks for PBKDF2-HMAC-SHA512; a tenth of a second. */
  private static final int ROUNDS = 210_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  private PasswordHash() {}

  static String of(String password, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return String.join(
        "$",
        NAME,
        String.valueOf(ROUNDS),
        base64.encodeToString(salt),
        base64.encodeToString(derive(password, salt, ROUNDS)));
  }

  static boolean matches(String password, String stored) {
    String[] parts = stored.split("\\$");
    if (parts.length != 4 || !parts[0].equals(NAME)) {
      throw new IllegalStateException("The store holds a password hash of an unknown kind");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] derived = derive(password, base64.decode(parts[2]), Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(derived, base64.decode(parts[3]));
  }

  private static byte[] derive(String password, byte[] salt, int rounds) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has PBKDF2", e);
    }
  }
}
