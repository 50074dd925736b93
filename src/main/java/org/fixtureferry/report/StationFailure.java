package org.fixtureferry.report;

/**
 * A station could not do its work, and an operator can do something about it. The message names
 * what we were doing, the place and the next step; it never holds a password or a value of a row.
 */
public class StationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StationFailure(String message) {
    super(message);
  }

  public StationFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
