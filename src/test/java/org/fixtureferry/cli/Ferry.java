package org.fixtureferry.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fixtureferry.Main;
import org.fixtureferry.servers.CtrlC;

/**
 * The program as a shell runs it: a process of its own, with its environment, streams and status.
 */
final class Ferry {
  private static final long PATIENCE_SECONDS = 120;

  private final Path folder;
  private final Map<String, String> environment;

  /**
   * @param folder where its state and its streams' files lie
   */
  Ferry(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** How a run ended. */
  record Outcome(int status, String out, String err) {
    String told() {
      return out + err;
    }
  }

  /** A run under way; closing it ends the process, whatever it does. */
  record Running(Process process, Path out, Path err) implements AutoCloseable {
    /** As Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
      CtrlC.press(process);
    }

    Outcome await() throws IOException, InterruptedException {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("The process did not end. It said: " + Files.readString(err));
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    try (Running running = start(arguments)) {
      return running.await();
    }
  }

  Running start(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // a short run is over before the second compiler pays
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile(folder, "out", ".txt");
      Path err = Files.createTempFile(folder, "err", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("FERRY_DATA", folder.resolve("data").toString());
      builder.environment().putAll(environment);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      return new Running(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
