package org.fixtureferry.crossing.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals short texts with AES-256-GCM under a key that lies in a file of its owner's alone. */
public final class SecretBox {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  private SecretBox(SecretKeySpec key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  /** Opens the box with the key in a file; makes the file where there is none. */
  public static SecretBox open(Path keyFile, SecureRandom random) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(keyFile);
    } catch (NoSuchFileException e) {
      bytes = make(keyFile, random);
    }
    if (bytes.length != KEY_BYTES) {
      throw new IOException(
          "The key file "
              + keyFile
              + " is damaged: "
              + bytes.length
              + " bytes, not "
              + KEY_BYTES
              + ". Restore it, or delete it and enter the databases' passwords again.");
    }
    return new SecretBox(new SecretKeySpec(bytes, "AES"), random);
  }

  /**
   * @param boundTo what the text belongs to; it opens only for the same
   */
  public String seal(String text, String boundTo) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, boundTo)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM", e);
    }
  }

  /**
   * @throws GeneralSecurityException where the text was sealed with another key, for something
   *     else, or was changed
   */
  public String unseal(String sealed, String boundTo) throws GeneralSecurityException {
    byte[] bytes = Base64.getDecoder().decode(sealed);
    byte[] nonce = java.util.Arrays.copyOf(bytes, NONCE_BYTES);
    byte[] text =
        cipher(Cipher.DECRYPT_MODE, nonce, boundTo)
            .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
    return new String(text, StandardCharsets.UTF_8);
  }

  private Cipher cipher(int mode, byte[] nonce, String boundTo) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce), random);
    cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] make(Path keyFile, SecureRandom random) throws IOException {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    Files.createDirectories(keyFile.toAbsolutePath().getParent());
    try (var channel =
        Files.newByteChannel(
            keyFile,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly())) {
      channel.write(ByteBuffer.wrap(bytes));
    }
    return bytes;
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
