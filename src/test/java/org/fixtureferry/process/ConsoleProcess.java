package org.fixtureferry.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixtureferry.servers.CtrlC;

/** The console as people start it. Closing it ends the process, whatever it does. */
public final class ConsoleProcess implements AutoCloseable {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Pattern ADDRESS = Pattern.compile("The console is at (http://\\S+)");
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Process process;
  private final Path out;
  private final Path err;

  private ConsoleProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts it on a port of the system's choice, and waits until it answers.
   *
   * @param data the data folder; what it says is kept beside it
   */
  public static ConsoleProcess serve(Path data, String... arguments) {
    ConsoleProcess console = start(data, Map.of("FERRY_PORT", "0"), arguments);
    console.awaitAddress();
    return console;
  }

  /** Starts it and does not wait. */
  public static ConsoleProcess start(
      Path data, Map<String, String> environment, String... arguments) {
    assertThat(JAR).as("the built program: run \"mvn package\" first").exists();
    List<String> command =
        new ArrayList<>(
            List.of(
                // A build in the background ignores Ctrl-C, and so would what it starts.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(data.toAbsolutePath().getParent());
      Path out = Files.createTempFile(data.toAbsolutePath().getParent(), "console", ".out");
      Path err = Path.of(out.toString().replaceFirst("out$", "err"));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("FERRY_DATA", data.toString());
      builder.environment().putAll(environment);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      return new ConsoleProcess(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it answers. */
  public URI home() {
    Matcher address = ADDRESS.matcher(out());
    assertThat(address.find()).as(told()).isTrue();
    return URI.create(address.group(1));
  }

  public void awaitAddress() {
    awaitWord("The console is at");
  }

  /** Waits until it has said something on standard output. */
  public void awaitWord(String word) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              assertThat(process.isAlive() || out().contains(word)).as(told()).isTrue();
              return out().contains(word);
            });
  }

  public Crossings crossings() {
    return new Crossings(home());
  }

  /** As kill -9 does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As Ctrl-C does; gives the exit status. */
  public int interrupt() throws IOException, InterruptedException {
    CtrlC.press(process);
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(told()).isTrue();
    return process.exitValue();
  }

  /** The processes that it started and that still live. */
  public List<ProcessHandle> children() {
    return process.toHandle().descendants().toList();
  }

  public String out() {
    return text(out);
  }

  public String err() {
    return text(err);
  }

  public String told() {
    return out() + err();
  }

  @Override
  public void close() {
    children().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
