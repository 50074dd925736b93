package org.fixtureferry.connect.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * MariaDB out of a library: no installation, a fresh data folder at every start, gone when closed.
 */
public final class EmbeddedMariaDb implements SandboxServer {

  private final ServerProcess process;
  private final RootAccount root;

  private EmbeddedMariaDb(ServerProcess process, RootAccount root) {
    this.process = process;
    this.root = root;
  }

  /** Starts a server whose root password is chosen by chance. */
  public static EmbeddedMariaDb start(Path home, String... serverArguments) {
    return start(home, RootAccount.withRandomPassword(), serverArguments);
  }

  /**
   * Starts a server for this root account.
   *
   * @param home folder that keeps the unpacked binaries between runs and the data during this one
   * @param serverArguments further mariadbd options; they win over ours
   * @throws SandboxException when the server cannot be unpacked, installed or started
   */
  public static EmbeddedMariaDb start(Path home, RootAccount root, String... serverArguments) {
    MariaDbBinaries binaries = MariaDbBinaries.in(home.toAbsolutePath());
    ServerProcess process = ServerProcess.in(home, "MariaDB " + binaries.version());
    try {
      install(binaries, process);
      Path accounts = process.writePrivately("accounts.sql", accountsSql(root));
      process.serve(
          port -> serverCommand(binaries, process, port, accounts, serverArguments),
          binaries.environment(),
          root);
      Files.delete(accounts);
      return new EmbeddedMariaDb(process, root);
    } catch (IOException | RuntimeException e) {
      throw process.closedAfter(e);
    }
  }

  private static void install(MariaDbBinaries binaries, ServerProcess process) {
    process.run(
        binaries.base(),
        List.of(
            binaries.installer().toString(),
            "--no-defaults", // must come first
            "--basedir=.", // the script stumbles over spaces in it
            "--datadir=" + process.data(),
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--skip-name-resolve",
            "--force"),
        binaries.environment());
  }

  private static List<String> serverCommand(
      MariaDbBinaries binaries, ServerProcess process, int port, Path accounts, String... more) {
    List<String> command = new ArrayList<>();
    command.add(binaries.server().toString());
    command.add("--no-defaults"); // must come first
    command.addAll(process.commonArguments(port));
    command.addAll(
        List.of(
            "--basedir=" + binaries.base(),
            "--lc-messages-dir=" + binaries.base().resolve("share"),
            "--character-sets-dir=" + binaries.base().resolve("share/charsets"),
            "--init-file=" + accounts,
            "--skip-name-resolve",
            // Else it makes itself an RSA key at every start, which takes 5 to 20 seconds.
            "--skip-ssl",
            "--sql-mode=",
            "--character-set-server=utf8",
            "--collation-server=utf8_unicode_ci",
            "--max-allowed-packet=64M",
            // The data is thrown away at the end: no need to wait for the disk.
            "--innodb-flush-log-at-trx-commit=0"));
    command.addAll(List.of(more));
    return command;
  }

  /**
   * Run by the server before it takes connections; mariadb.sys owns system views, PUBLIC is a role
   * of every server.
   */
  private static String accountsSql(RootAccount root) {
    return """
    DELETE FROM mysql.global_priv WHERE User NOT IN ('mariadb.sys', 'PUBLIC');
    FLUSH PRIVILEGES;
    CREATE USER root@localhost IDENTIFIED BY %1$s;
    CREATE USER root@127.0.0.1 IDENTIFIED BY %1$s;
    GRANT ALL PRIVILEGES ON *.* TO root@localhost WITH GRANT OPTION;
    GRANT ALL PRIVILEGES ON *.* TO root@127.0.0.1 WITH GRANT OPTION;
    """
        .formatted(root.quotedPassword());
  }

  /** See {@link ServerProcess#keepUntilClosed}. */
  public void keepUntilClosed() {
    process.keepUntilClosed();
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
