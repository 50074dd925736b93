package org.fixtureferry.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fixtureferry.report.Cancellation;

/**
 * Ctrl-C: asks the running station to stop, waits until it has rolled back and freed the source,
 * and ends. Without it the JVM would end in the middle of a transaction and leave the cleaning up
 * to the servers' time-outs.
 */
final class Interrupt implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interrupt");
  private final int status;
  private volatile boolean interrupted;

  Interrupt() {
    this(ExitStatus.NOT_GREEN);
  }

  /**
   * @param status what the shell is told then
   */
  Interrupt(int status) {
    this.status = status;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  Cancellation cancellation() {
    return cancellation;
  }

  private void stop() {
    interrupted = true;
    System.err.println();
    System.err.println("ferry: stopping …");
    cancellation.request();
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("ferry: this did not end in time. The servers roll back by themselves.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.flush();
    System.err.flush();
    Runtime.getRuntime().halt(status);
  }

  /** Says that everything is put away; a JVM that is going down may go now. */
  @Override
  public void close() {
    ended.countDown();
    if (!interrupted) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is going down already: the hook runs and finds that all has ended.
        return;
      }
    }
  }
}
