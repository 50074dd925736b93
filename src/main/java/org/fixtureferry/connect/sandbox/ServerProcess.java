package org.fixtureferry.connect.sandbox;

import com.mysql.cj.jdbc.Driver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * The folder of one server start and the process at work in it, both gone when closed or when this
 * program ends.
 *
 * <p>Only one process runs at a time: first the installer, then the server.
 */
public final class ServerProcess implements AutoCloseable {

  public static final String HOST = "127.0.0.1";

  private static final int ATTEMPTS = 3;
  private static final long PATIENCE_SECONDS = 60;

  private final String name;
  private final Path folder;
  private final Path socketFolder;
  private final List<String> userArgument;
  private final ServerLog log;
  private final Thread atExit = new Thread(this::close, "stop sandbox server");
  private Process process;
  private int port;
  private volatile boolean closed;

  private ServerProcess(String name, Path folder, Path socketFolder, List<String> userArgument) {
    this.name = name;
    this.folder = folder;
    this.socketFolder = socketFolder;
    this.userArgument = userArgument;
    this.log = new ServerLog(folder.resolve("server.log"));
  }

  /**
   * Makes a folder for one start below home, after sweeping away what a killed program left there.
   */
  public static ServerProcess in(Path home, String name) {
    try {
      Path kept = Files.createDirectories(home).toRealPath();
      Leftovers.sweep(kept);
      Path folder = Files.createTempDirectory(kept, Leftovers.FOLDER_PREFIX);
      Path socketFolder = Folders.newSocketFolder();
      ServerProcess process = new ServerProcess(name, folder, socketFolder, userArgument(folder));
      Runtime.getRuntime().addShutdownHook(process.atExit);
      Leftovers.sign(folder, socketFolder);
      Files.createDirectory(process.data());
      Files.createDirectory(folder.resolve("tmp"));
      return process;
    } catch (IOException e) {
      throw new SandboxException(
          "Making a folder for %s in %s failed: %s. Give a folder that we may write to."
              .formatted(name, home, e),
          e);
    }
  }

  public Path folder() {
    return folder;
  }

  public Path data() {
    return folder.resolve("data");
  }

  public int port() {
    return port;
  }

  /** Options that MySQL 5.5 and MariaDB 11 both know. */
  public List<String> commonArguments(int port) {
    List<String> arguments = new ArrayList<>(userArgument);
    arguments.addAll(
        List.of(
            "--bind-address=" + HOST,
            "--port=" + port,
            "--datadir=" + data(),
            "--tmpdir=" + folder.resolve("tmp"),
            "--socket=" + socketFolder.resolve("socket"),
            "--pid-file=" + data().resolve("pid")));
    return arguments;
  }

  /**
   * Both servers refuse to run as root unless told to; what counts is the uid, whatever its name.
   */
  private static List<String> userArgument(Path ours) throws IOException {
    return Files.getAttribute(ours, "unix:uid").equals(0)
        ? List.of("--user=" + Files.getOwner(ours).getName())
        : List.of();
  }

  /** Writes a file into the folder that only we can read. */
  public Path writePrivately(String fileName, String text) throws IOException {
    Path file =
        Files.createFile(
            folder.resolve(fileName),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, text);
  }

  /** Runs an installer to its end, in the folder where its programs lie. */
  public void run(Path directory, List<String> command, Map<String, String> environment) {
    Process installer = launch(directory, command, environment);
    try {
      if (!installer.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || installer.exitValue() != 0) {
        throw failed("Installing", ending(installer), null);
      }
    } catch (InterruptedException e) {
      throw interrupted("Installing", e);
    }
  }

  /** Starts the server on a free port and waits until root can sign in. */
  public void serve(
      IntFunction<List<String>> commandOnPort, Map<String, String> environment, RootAccount root) {
    for (int attempt = 1; ; attempt++) {
      port = freePort();
      Process server = launch(folder, commandOnPort.apply(port), environment);
      SQLException refusal = waitForLogin(server, root);
      if (refusal == null) {
        return;
      }
      // Between our finding a port and the server's taking it, another program may come first.
      boolean portWasTaken = !server.isAlive() && log.text().contains("Address already in use");
      if (!portWasTaken || attempt == ATTEMPTS) {
        throw failed("Starting", ending(server), server.isAlive() ? refusal : null);
      }
    }
  }

  /** Closes after a start that went wrong and says so. */
  public SandboxException closedAfter(Exception failure) {
    SandboxException toThrow =
        failure instanceof SandboxException told
            ? told
            : failed("Starting", failure.toString(), failure);
    try {
      close();
    } catch (SandboxException e) {
      toThrow.addSuppressed(e);
    }
    return toThrow;
  }

  /**
   * From now on the server outlives a Ctrl-C until it is closed: for whoever has work to end there
   * first, and sees to it that it is closed.
   */
  public void keepUntilClosed() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      throw calledOff();
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (process != null) {
        Leftovers.kill(process.toHandle());
      }
      Folders.delete(socketFolder);
      Folders.delete(folder);
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IOException e) {
      throw new SandboxException(
          "Deleting the data of %s in %s failed: %s. Delete that folder."
              .formatted(name, folder, e),
          e);
    } catch (IllegalStateException e) {
      // This program is ending, and what closes us now is the hook, or comes along with it.
    }
  }

  private synchronized Process launch(
      Path directory, List<String> command, Map<String, String> environment) {
    if (closed) {
      throw calledOff();
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.redirect());
    builder.environment().putAll(environment);
    try {
      process = builder.start();
      process.getOutputStream().close();
      // The server's own pid file comes seconds later, when it is ready.
      Leftovers.signProcess(folder, process.pid());
      return process;
    } catch (IOException e) {
      throw failed("Starting", e.getMessage(), e);
    }
  }

  /** Null when root can sign in; else why not, when the server ended or patience did. */
  private SQLException waitForLogin(Process server, RootAccount root) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      SQLException refusal;
      do {
        refusal = tryLogin(root);
      } while (refusal != null
          && System.nanoTime() < deadline
          && !server.waitFor(50, TimeUnit.MILLISECONDS));
      return refusal;
    } catch (InterruptedException e) {
      throw interrupted("Starting", e);
    }
  }

  private SQLException tryLogin(RootAccount root) {
    Properties properties = new Properties();
    properties.setProperty("user", RootAccount.USER);
    properties.setProperty("password", root.password());
    properties.setProperty("sslMode", "DISABLED"); // Java 17 and MySQL 5.5 share no TLS version
    properties.setProperty("connectTimeout", "1000");
    properties.setProperty("socketTimeout", "10000");
    try {
      new Driver().connect("jdbc:mysql://" + HOST + ":" + port + "/", properties).close();
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  private static int freePort() {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new SandboxException("Looking for a free port on " + HOST + " failed: " + e, e);
    }
  }

  private static String ending(Process ended) {
    return ended.isAlive()
        ? "not ready after " + PATIENCE_SECONDS + " seconds"
        : "it ended with code " + ended.exitValue();
  }

  private SandboxException interrupted(String doing, InterruptedException e) {
    Thread.currentThread().interrupt();
    return failed(doing, "interrupted", e);
  }

  private SandboxException failed(String doing, String reason, Exception cause) {
    if (closed) {
      return calledOff();
    }
    return new SandboxException(
        "%s %s in %s: %s. Its log is kept as %s; look there for what is missing, then start again. It ends:%n%s"
            .formatted(doing, name, folder, reason, log.keptFor(name), log.lastLines()),
        cause);
  }

  private SandboxException calledOff() {
    return new SandboxException("Starting " + name + " was called off: it is being closed.", null);
  }
}
