package org.fixtureferry.report;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wish to stop, given by one thread and obeyed by another at its next safe point. */
public final class Cancellation {
  private volatile boolean requested;
  private final Set<Runnable> interrupters = ConcurrentHashMap.newKeySet();

  /** Asks for the stop and wakes whatever blocks; safe to call twice. */
  public void request() {
    requested = true;
    interrupters.forEach(Runnable::run);
  }

  public boolean requested() {
    return requested;
  }

  /**
   * Marks a safe point.
   *
   * @throws Cancelled where a stop was asked for
   */
  public void check() {
    if (requested) {
      throw new Cancelled();
    }
  }

  /** Names what to wake while something blocks, such as a long statement; close it afterwards. */
  public Registration whileBlocked(Runnable interrupter) {
    interrupters.add(interrupter);
    if (requested) {
      interrupter.run();
    }
    return () -> interrupters.remove(interrupter);
  }

  /** Ends {@link #whileBlocked}. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Thrown at a safe point after a stop was asked for; whoever holds a transaction rolls it back.
   */
  public static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Cancelled() {
      super("Cancelled.");
    }
  }
}
