package org.fixtureferry.connect.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What a program killed outright (kill -9, out of memory) leaves: a folder, perhaps with a server
 * still running in it.
 */
final class Leftovers {

  static final String FOLDER_PREFIX = "run-";
  static final String UNPACKING_PREFIX = "unpacking-";

  private static final String PID_FILE = "process";
  private static final String OWNER_FILE = "owner";
  private static final Duration UNSIGNED_TOO_LONG = Duration.ofHours(1);

  private Leftovers() {}

  /** Writes into the folder whose it is: process id, its start, what it has elsewhere. */
  static void sign(Path folder, Path... elsewhere) throws IOException {
    ProcessHandle we = ProcessHandle.current();
    List<String> lines = new ArrayList<>(List.of(Long.toString(we.pid()), startOf(we)));
    Stream.of(elsewhere).map(Path::toString).forEach(lines::add);
    Files.write(folder.resolve(OWNER_FILE), lines);
  }

  static void unsign(Path folder) throws IOException {
    Files.delete(folder.resolve(OWNER_FILE));
  }

  /** Writes down which process works in the folder. */
  static void signProcess(Path folder, long pid) throws IOException {
    Files.writeString(folder.resolve(PID_FILE), Long.toString(pid));
  }

  static void sweep(Path home) throws IOException {
    List<Path> folders;
    try (Stream<Path> files = Files.list(home)) {
      folders = files.filter(Leftovers::isTemporary).toList();
    }
    for (Path folder : folders) {
      try {
        sweepIfAbandoned(folder);
      } catch (IOException | UncheckedIOException e) {
        // Another start is sweeping too, or may not; what stays is swept another time.
      }
    }
  }

  private static void sweepIfAbandoned(Path folder) throws IOException {
    if (isAbandoned(folder)) {
      runningIn(folder).ifPresent(Leftovers::kill);
      for (String elsewhere : ownerOf(folder).stream().skip(2).toList()) {
        Folders.delete(Path.of(elsewhere));
      }
      Folders.delete(folder);
    }
  }

  /** Kills a process and its children and waits; nothing is saved, for nothing of it is kept. */
  static void kill(ProcessHandle process) {
    List<ProcessHandle> family = Stream.concat(Stream.of(process), process.descendants()).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle member : family) {
      try {
        member.onExit().get(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (ExecutionException | TimeoutException e) {
        throw new SandboxException("Process " + member.pid() + " does not end; end it by hand.", e);
      }
    }
  }

  private static boolean isTemporary(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(FOLDER_PREFIX) || name.startsWith(UNPACKING_PREFIX);
  }

  private static boolean isAbandoned(Path folder) throws IOException {
    List<String> owner = ownerOf(folder);
    if (owner.size() < 2) {
      Instant changed = Files.getLastModifiedTime(folder).toInstant();
      return changed.isBefore(Instant.now().minus(UNSIGNED_TOO_LONG));
    }
    // A process id is given again some day; together with the start it is not.
    return ProcessHandle.of(Long.parseLong(owner.get(0)))
        .filter(process -> startOf(process).equals(owner.get(1)))
        .isEmpty();
  }

  private static List<String> ownerOf(Path folder) throws IOException {
    Path owner = folder.resolve(OWNER_FILE);
    return Files.exists(owner) ? Files.readAllLines(owner, UTF_8) : List.of();
  }

  private static Optional<ProcessHandle> runningIn(Path folder) throws IOException {
    Path pidFile = folder.resolve(PID_FILE);
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
        .filter(server -> server.info().commandLine().orElse("").contains(folder.toString()));
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }
}
