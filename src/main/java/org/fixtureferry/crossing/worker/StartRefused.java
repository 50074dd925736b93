package org.fixtureferry.crossing.worker;

/** A station may not start, or not change, now; the message says why and what to do. */
public class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartRefused(String message) {
    super(message);
  }
}
