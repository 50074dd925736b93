package org.fixtureferry.crossing.store;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder that holds all of the console's state, and a folder a crossing for its files. */
@Singleton
public class DataFolder {
  private final Path root;

  DataFolder(@ConfigProperty(name = "ferry.data") Path root) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    Files.createDirectories(this.root);
    ownerOnly(this.root);
  }

  public Path root() {
    return root;
  }

  /** Where a crossing's results and fixtures lie; made where it is missing. */
  public Path of(String crossing) throws IOException {
    Path folder = root.resolve("crossings").resolve(crossing);
    Files.createDirectories(folder);
    return folder;
  }

  @Produces
  @Singleton
  SecretBox secretBox() throws IOException {
    return SecretBox.open(root.resolve("secret.key"), new SecureRandom());
  }

  /** Fixtures hold password hashes. */
  private static void ownerOnly(Path folder) throws IOException {
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
