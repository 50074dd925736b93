package org.fixtureferry.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What stands for a secret value wherever it would be printed: equal values look equal, and nobody
 * can read them.
 */
public final class SecretHash {
  private SecretHash() {}

  /** Eight hexadecimal digits of the value's SHA-256, such as "secret:1a2b3c4d". */
  public static String of(String value) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return "secret:" + HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
