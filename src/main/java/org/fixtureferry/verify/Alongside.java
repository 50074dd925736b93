package org.fixtureferry.verify;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A second thread, so that both servers work at the same time, each on its own connection. */
final class Alongside implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "verify target");
            made.setDaemon(true);
            return made;
          });

  /** What the two sides answered. */
  record Both<T>(T source, T target) {}

  /** A question to one server. */
  interface Question<T> extends Callable<T> {
    @Override
    T call() throws SQLException;
  }

  <T> Both<T> both(Question<T> ofSource, Question<T> ofTarget) throws SQLException {
    Future<T> pending = thread.submit(ofTarget);
    T left;
    try {
      left = ofSource.call();
    } catch (SQLException | RuntimeException e) {
      settle(pending, e);
      throw e;
    }
    return new Both<>(left, answer(pending));
  }

  private static <T> T answer(Future<T> pending) throws SQLException {
    try {
      return pending.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException sql) {
        throw sql;
      }
      if (e.getCause() instanceof RuntimeException runtime) {
        throw runtime;
      }
      throw new IllegalStateException("Asking the target", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the target", e);
    }
  }

  /** The connection is free again only when its question has been answered. */
  private static void settle(Future<?> pending, Exception first) {
    try {
      answer(pending);
    } catch (SQLException | RuntimeException e) {
      first.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
