package org.fixtureferry.connect.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the sandbox needs of folders beyond the JDK. */
public final class Folders {

  private Folders() {}

  /** Deletes a folder with all it holds; one that is not there is fine. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }

  /** The path of an archive's entry, refused when it leads out of the folder. */
  public static Path within(Path folder, String entry) throws IOException {
    Path file = folder.resolve(entry).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("Entry leads out of " + folder + ": " + entry);
    }
    return file;
  }

  /** A new folder that only we can read, with a path short enough for a socket in it. */
  static Path newSocketFolder() throws IOException {
    Path folder = Files.createTempDirectory("ferry-");
    // A socket's path has at most 107 bytes (sun_path in unix(7)).
    if (folder.resolve("socket").toString().getBytes(UTF_8).length <= 107) {
      return folder;
    }
    Files.delete(folder);
    return Files.createTempDirectory(Path.of("/tmp"), "ferry-");
  }
}
