package org.fixtureferry.report;

/**
 * Where a program broke, for a log: classes and places of an exception and its causes, without
 * their messages, which may quote a row.
 */
public final class Trace extends Exception {
  private static final long serialVersionUID = 1L;

  private Trace(Throwable broken, Trace cause) {
    super(broken.getClass().getName(), cause);
    setStackTrace(broken.getStackTrace());
  }

  public static Trace of(Throwable broken) {
    Throwable cause = broken.getCause();
    return new Trace(broken, cause == null ? null : of(cause));
  }

  @Override
  public String toString() {
    return getMessage();
  }
}
