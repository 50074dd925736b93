package org.fixtureferry.connect.sandbox;

/**
 * A sandbox server could not be had; the message says what was being done, what its log says and
 * what to do next.
 */
public final class SandboxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SandboxException(String message, Throwable cause) {
    super(message, cause);
  }
}
