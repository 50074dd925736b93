package org.fixtureferry.load;

/** Hears of every object that a diff looked at, one by one, in the order of the fixture. */
@FunctionalInterface
public interface DiffListener {
  DiffListener NO_OP = object -> {};

  void compared(ObjectDiff object);
}
