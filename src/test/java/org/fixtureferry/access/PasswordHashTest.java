package org.fixtureferry.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
  @Test
  void knowsTheRightPasswordFromAWrongOne() {
    String stored = PasswordHash.of("correct horse battery", new SecureRandom());

    assertThat(stored).startsWith("pbkdf2-sha512$210000$").doesNotContain("horse");
    assertThat(PasswordHash.matches("correct horse battery", stored)).isTrue();
    assertThat(PasswordHash.matches("correct horse batterY", stored)).isFalse();
  }
}
