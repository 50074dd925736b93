package org.fixtureferry.report;

/**
 * The one way back from a station: it hears how far the work is. Called from the worker's thread;
 * it must be quick.
 */
@FunctionalInterface
public interface ProgressListener {
  ProgressListener NO_OP = progress -> {};

  void progressed(Progress progress);
}
