package org.fixtureferry.crossing.worker;

/** There is no crossing of that id. */
public class UnknownCrossing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownCrossing(String id) {
    super("There is no crossing \"" + id + "\". It may have been deleted.");
  }
}
