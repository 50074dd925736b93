package org.fixtureferry.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.CatalogTable;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.StationFailure;

/**
 * Holds the source still, on a connection of its own, until it is closed. Should the network die,
 * the server frees the site within a minute: the session's wait_timeout is 60 s, kept alive by a
 * heartbeat every 10 s.
 */
final class SourceLock implements AutoCloseable {
  private static final int WAIT_TIMEOUT_SECONDS = 60;
  private static final int HEARTBEAT_SECONDS = 10;

  private final Connection connection;
  private final LockMode mode;
  private final long taken;
  private final ScheduledExecutorService heartbeat;
  private volatile SQLException lost;

  private SourceLock(
      Connection connection, LockMode mode, long taken, ScheduledExecutorService heartbeat) {
    this.connection = connection;
    this.mode = mode;
    this.taken = taken;
    this.heartbeat = heartbeat;
  }

  /**
   * @throws StationFailure where the account may not take the lock
   */
  static SourceLock take(Database source, LockMode mode, Cancellation cancellation) {
    Connection connection = source.open();
    try {
      lock(connection, source, mode, cancellation);
      ScheduledExecutorService heartbeat =
          Executors.newSingleThreadScheduledExecutor(SourceLock::daemon);
      SourceLock lock = new SourceLock(connection, mode, System.nanoTime(), heartbeat);
      heartbeat.scheduleWithFixedDelay(
          lock::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
      return lock;
    } catch (SQLException e) {
      StationFailure failure = describe(source, mode, cancellation, e);
      try {
        connection.close();
      } catch (SQLException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  private static void lock(
      Connection connection, Database source, LockMode mode, Cancellation cancellation)
      throws SQLException {
    Sql.run(connection, "SET SESSION wait_timeout = " + WAIT_TIMEOUT_SECONDS);
    String statement =
        switch (mode) {
          case TABLES -> lockTables(Catalog.tables(connection, source.endpoint().database()));
          case SERVER -> "FLUSH TABLES WITH READ LOCK";
          case NONE -> "DO 0";
        };
    try (Statement lock = connection.createStatement();
        Cancellation.Registration blocked = cancellation.whileBlocked(() -> cancel(lock))) {
      lock.execute(statement);
    }
  }

  private static String lockTables(List<CatalogTable> tables) {
    return tables.isEmpty()
        ? "DO 0"
        : tables.stream()
            .map(table -> Identifier.quote(table.name()) + " READ")
            .collect(Collectors.joining(", ", "LOCK TABLES ", ""));
  }

  private static StationFailure describe(
      Database source, LockMode mode, Cancellation cancellation, SQLException e) {
    cancellation.check();
    String what =
        switch (mode) {
          case TABLES -> "Locking the tables of " + source + " for reading: ";
          case SERVER -> "Locking the server of " + source + " for reading: ";
          case NONE -> "Reading " + source + ": ";
        };
    String grant =
        mode == LockMode.SERVER
            ? "GRANT RELOAD ON *.*"
            : "GRANT LOCK TABLES ON "
                + Identifier.grantPattern(source.endpoint().database())
                + ".*";
    String next =
        SqlFault.isDenied(e)
            ? " Grant it (" + grant + " TO …), or stop the site and say lock: none in the plan."
            : " Nothing was read. Try again.";
    return new StationFailure(what + SqlFault.describe(e) + "." + next, e);
  }

  /**
   * @throws StationFailure where the lock is gone, so that what was read since may be of two minds
   */
  void check() {
    if (lost == null) {
      beat();
    }
    if (lost != null) {
      throw new StationFailure(
          "Holding the lock on the source: the connection that held it was lost, so rows may have changed while they were read. The fixture was not kept. Export again.",
          lost);
    }
  }

  LockMode mode() {
    return mode;
  }

  Duration held() {
    return Duration.ofNanos(System.nanoTime() - taken);
  }

  private synchronized void beat() {
    try {
      Sql.number(connection, "SELECT 1");
    } catch (SQLException e) {
      lost = e;
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      // The statement ended by itself; there is nothing left to stop.
      return;
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "source-lock");
    thread.setDaemon(true);
    return thread;
  }

  /** Frees the source: the server drops the lock with the connection. */
  @Override
  public void close() {
    heartbeat.shutdownNow();
    try {
      synchronized (this) {
        connection.close();
      }
    } catch (SQLException e) {
      // Already gone, and the lock with it.
      return;
    }
  }
}
