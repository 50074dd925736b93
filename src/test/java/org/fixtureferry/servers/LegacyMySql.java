package org.fixtureferry.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.fixtureferry.connect.sandbox.Folders;
import org.fixtureferry.connect.sandbox.RootAccount;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.connect.sandbox.ServerProcess;

/** A real MySQL 5.5.9 for Linux x86-64, out of the library mysql-connector-mxj-db-files 5.0.12. */
public final class LegacyMySql implements SandboxServer {

  private static final String LIBRARY = "5-5-9/";

  private final ServerProcess process;
  private final RootAccount root;

  private LegacyMySql(ServerProcess process, RootAccount root) {
    this.process = process;
    this.root = root;
  }

  /**
   * Starts a server in a folder of its own below home.
   *
   * @param serverArguments further mysqld options; they win over ours
   */
  public static LegacyMySql start(Path home, String... serverArguments) {
    RootAccount root = RootAccount.withRandomPassword();
    ServerProcess process = ServerProcess.in(home, "MySQL 5.5.9");
    try {
      Path base = Files.createDirectory(process.folder().resolve("base"));
      Path server = unpackServer(base);
      unpack("share_dir.jar", base);
      unpack("data_dir.jar", process.data());
      Path accounts = process.writePrivately("accounts.sql", accountsSql(root));
      process.serve(
          port -> serverCommand(server, base, accounts, process, port, serverArguments),
          Map.of(),
          root);
      Files.delete(accounts);
      return new LegacyMySql(process, root);
    } catch (IOException | RuntimeException e) {
      throw process.closedAfter(e);
    }
  }

  private static List<String> serverCommand(
      Path server, Path base, Path accounts, ServerProcess process, int port, String... more) {
    List<String> command = new ArrayList<>();
    command.add(server.toString());
    command.add("--no-defaults"); // must come first
    command.addAll(process.commonArguments(port));
    command.addAll(
        List.of(
            "--basedir=" + base,
            "--lc-messages-dir=" + base.resolve("share"),
            "--character-sets-dir=" + base.resolve("share/charsets"),
            "--init-file=" + accounts,
            "--skip-name-resolve",
            "--innodb_buffer_pool_size=64M",
            "--innodb_flush_log_at_trx_commit=0"));
    command.addAll(List.of(more));
    return command;
  }

  /**
   * The library's data folder lets anybody in; the server runs this before it takes connections.
   */
  private static String accountsSql(RootAccount root) {
    return """
    DELETE FROM mysql.user WHERE User <> 'root' OR Host NOT IN ('localhost', '127.0.0.1');
    DELETE FROM mysql.db;
    UPDATE mysql.user SET Password = PASSWORD(%s);
    FLUSH PRIVILEGES;
    """
        .formatted(root.quotedPassword());
  }

  private static Path unpackServer(Path base) throws IOException {
    Path server = Files.createDirectory(base.resolve("bin")).resolve("mysqld");
    try (InputStream in = resource("Linux-x86_64/mysqld")) {
      Files.copy(in, server);
    }
    if (!server.toFile().setExecutable(true)) {
      throw new IOException(server + " cannot be made executable; is its disk mounted noexec?");
    }
    return server;
  }

  private static void unpack(String archive, Path folder) throws IOException {
    try (JarInputStream in = new JarInputStream(resource(archive))) {
      for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
        Path file = Folders.within(folder, entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(in, file);
        }
      }
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = LegacyMySql.class.getClassLoader().getResourceAsStream(LIBRARY + name);
    if (in == null) {
      throw new IOException(
          LIBRARY
              + name
              + " is not on the class path; add mysql:mysql-connector-mxj-db-files:5.0.12.");
    }
    return in;
  }

  @Override
  public String host() {
    return ServerProcess.HOST;
  }

  @Override
  public int port() {
    return process.port();
  }

  @Override
  public String user() {
    return RootAccount.USER;
  }

  @Override
  public String password() {
    return root.password();
  }

  @Override
  public void close() {
    process.close();
  }
}
