package org.fixtureferry.crossing;

/** A plan, or a word on the command line, is not what it must be. Nothing was begun. */
public final class PlanFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public PlanFault(String message) {
    super(message);
  }

  public PlanFault(String message, Throwable cause) {
    super(message, cause);
  }
}
