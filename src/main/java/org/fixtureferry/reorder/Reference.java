package org.fixtureferry.reorder;

/**
 * One model needs another.
 *
 * @param from label of the model that holds the reference
 * @param field Django's name of the field
 * @param to label of the model that it points at
 */
public record Reference(String from, String field, String to) {
  @Override
  public String toString() {
    return from + "." + field + " → " + to;
  }
}
