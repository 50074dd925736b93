package org.fixtureferry.crossing.worker;

import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fixtureferry.crossing.store.Attempt;
import org.fixtureferry.crossing.store.DataFolder;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.fixture.FixtureReader;
import org.fixtureferry.fixture.OwnerOnly;
import org.fixtureferry.fixture.Packing;
import org.jboss.logging.Logger;

/**
 * Takes fixtures that are handed in, in the place of an export. Each lies in a folder of its own in
 * the crossing's folder, until the worker has read it or refused it.
 */
@Singleton
public class HandIn {
  private static final Logger LOG = Logger.getLogger(HandIn.class);

  private static final String FOLDER = ".handed-in-";

  /** How messages name the file. */
  private static final String NAME = "handed-in.json";

  private final DataFolder data;
  private final Worker worker;

  HandIn(DataFolder data, Worker worker) {
    this.data = data;
    this.worker = worker;
  }

  /**
   * Takes a file that lies on the data folder's disk already; it is moved.
   *
   * @throws StartRefused where a station runs, or Export is closed
   * @throws IllegalArgumentException where this is no fixture at all; the message begins with
   *     "fixture: "
   */
  public Attempt take(SavedCrossing crossing, Path uploaded) throws IOException {
    return take(
        crossing,
        fixture -> {
          Files.move(uploaded, fixture);
          OwnerOnly.restrict(fixture);
        });
  }

  /** Takes what a stream brings, as it comes. */
  public Attempt take(SavedCrossing crossing, InputStream body) throws IOException {
    // Refused before it is read: it may be large.
    worker.refuseWhileRunning(crossing.id());
    return take(
        crossing,
        fixture -> {
          OwnerOnly.create(fixture);
          try (var out = Files.newOutputStream(fixture)) {
            body.transferTo(out);
          }
        });
  }

  /** Brings the file to its place. */
  @FunctionalInterface
  private interface Bring {
    void to(Path fixture) throws IOException;
  }

  private Attempt take(SavedCrossing crossing, Bring bring) throws IOException {
    Path folder = Files.createTempDirectory(data.of(crossing.id()), FOLDER);
    boolean taken = false;
    try {
      Path fixture = folder.resolve(NAME);
      bring.to(fixture);
      check(fixture);
      Attempt attempt = worker.handIn(crossing, fixture);
      taken = true;
      return attempt;
    } finally {
      if (!taken) {
        forget(folder);
      }
    }
  }

  /** A look at the beginning, so that a wrong file is told at once, beside its field. */
  private static void check(Path fixture) throws IOException {
    if (Files.size(fixture) == 0) {
      throw new IllegalArgumentException(
          "fixture: choose a file with objects in it; this one is empty");
    }
    if (Packing.of(fixture).isEmpty() && first(fixture) != '[') {
      throw new IllegalArgumentException(
          "fixture: choose a JSON fixture, as dumpdata writes it, or one packed with gzip, bzip2, xz or zstd; this file is neither");
    }
  }

  /** The first character of the JSON itself. */
  private static int first(Path fixture) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(fixture))) {
      int next = in.read();
      while (next >= 0 && FixtureReader.mayStandBefore(next)) {
        next = in.read();
      }
      return next;
    }
  }

  /** Deletes what the last run of the program left behind: it may hold password hashes. */
  void sweep() {
    try {
      Path uploads = data.root().resolve("uploads");
      if (Files.isDirectory(uploads)) {
        list(uploads, "*").forEach(HandIn::forget);
      }
      for (Path crossing : list(Files.createDirectories(data.root().resolve("crossings")), "*")) {
        list(crossing, FOLDER + "*").forEach(HandIn::forget);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Deleting unfinished uploads in " + data.root(), e);
    }
  }

  private static List<Path> list(Path folder, String pattern) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
      List<Path> paths = new ArrayList<>();
      found.forEach(paths::add);
      return paths;
    }
  }

  static void forget(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.warnf("%s could not be deleted (%s). Delete it by hand.", folder, e.getMessage());
    }
  }
}
