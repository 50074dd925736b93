package org.fixtureferry.crossing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
  @TempDir Path folder;

  @Test
  void opensWhatItSealed() throws Exception {
    String sealed = box("key").seal("Pässwörd", "a:SOURCE");

    assertThat(sealed).doesNotContain("Pässwörd");
    assertThat(box("key").unseal(sealed, "a:SOURCE")).isEqualTo("Pässwörd");
  }

  @Test
  void sealsTheSameTextDifferentlyEachTime() throws IOException {
    SecretBox box = box("key");

    assertThat(box.seal("x", "a:SOURCE")).isNotEqualTo(box.seal("x", "a:SOURCE"));
  }

  @Test
  void refusesWhatBelongsToAnotherSide() throws IOException {
    SecretBox box = box("key");
    String sealed = box.seal("x", "a:SOURCE");

    assertThatThrownBy(() -> box.unseal(sealed, "a:TARGET"))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void refusesWhatAnotherKeySealed() throws IOException {
    String sealed = box("one").seal("x", "a:SOURCE");

    assertThatThrownBy(() -> box("another").unseal(sealed, "a:SOURCE"))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void keepsItsKeyToItsOwner() throws IOException {
    box("key");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void namesADamagedKeyFile() throws IOException {
    Files.writeString(folder.resolve("key"), "short");

    assertThatThrownBy(() -> box("key"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("5 bytes");
  }

  private SecretBox box(String name) throws IOException {
    return SecretBox.open(folder.resolve(name), new SecureRandom());
  }
}
