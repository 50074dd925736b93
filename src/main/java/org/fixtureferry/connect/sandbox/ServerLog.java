package org.fixtureferry.connect.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What installer and server say, in a file instead of on the terminal. */
record ServerLog(Path file) {

  private static final int LINES_SHOWN = 20;

  ProcessBuilder.Redirect redirect() {
    return ProcessBuilder.Redirect.appendTo(file.toFile());
  }

  /** The text so far, empty when there is none; bytes that are no UTF-8 come as question marks. */
  String text() {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  String lastLines() {
    List<String> lines = text().lines().toList();
    return String.join(
        System.lineSeparator(),
        lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
  }

  /** Copies the log beside its folder, which is about to go, over that of an earlier failure. */
  Path keptFor(String name) {
    Path kept = file.getParent().resolveSibling(name.replace(' ', '-') + "-failed.log");
    try {
      return Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      return file;
    }
  }
}
