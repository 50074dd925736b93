package org.fixtureferry.console.download;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.fixtureferry.crossing.store.SavedCrossing;

/** Hands out a fixture as a file that is named by its crossing and date. */
public final class FixtureDownload {
  /** As the stations leave them in the crossing's folder; nothing else is handed out. */
  public static final List<String> NAMES = List.of("fixture.json", "ordered.json");

  private static final String GZ = ".gz";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

  private FixtureDownload() {}

  /**
   * @param name one of {@link #NAMES}, or with ".gz" after it
   * @return empty where there is no such fixture
   */
  public static Optional<Response> of(SavedCrossing crossing, Path folder, String name)
      throws IOException {
    boolean compressed = name.endsWith(GZ);
    String plain = compressed ? name.substring(0, name.length() - GZ.length()) : name;
    // Looked up before it becomes a path: a name from outside must not lead elsewhere.
    if (!NAMES.contains(plain) || !Files.exists(folder.resolve(plain))) {
      return Optional.empty();
    }
    Path file = folder.resolve(plain);
    Response.ResponseBuilder answer =
        compressed
            ? Response.ok((StreamingOutput) out -> compress(file, out), "application/gzip")
            : Response.ok(file.toFile(), "application/json");
    return Optional.of(
        answer
            .header(
                "Content-Disposition",
                "attachment; filename=\"" + fileName(crossing, file, name) + "\"")
            .build());
  }

  private static void compress(Path file, java.io.OutputStream out) throws IOException {
    try (GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
      Files.copy(file, gzip);
    }
  }

  /** "the-evening-2026-11-22-fixture.json". */
  private static String fileName(SavedCrossing crossing, Path file, String name)
      throws IOException {
    String slug =
        crossing
            .name()
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String day =
        DAY.format(Files.getLastModifiedTime(file).toInstant().atZone(ZoneId.systemDefault()));
    return (slug.isEmpty() ? crossing.id() : slug) + "-" + day + "-" + name;
  }
}
