package org.fixtureferry.load;

/** A fixture's value is not one that its field can hold. The message does not hold the value. */
final class ValueFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ValueFault(String message) {
    super(message);
  }
}
