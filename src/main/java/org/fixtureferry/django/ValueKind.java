package org.fixtureferry.django;

/** How a column's value is written in a fixture, after Django 1.3's Python and JSON serializers. */
public enum ValueKind {
  /** A JSON number without a fraction. */
  INTEGER,
  /** {@code true} or {@code false}; anything but 0 and 1 stays the number that it is. */
  BOOLEAN,
  /** A JSON string. */
  TEXT,
  /** A JSON string, as Python's {@code str(Decimal)} writes it. */
  DECIMAL,
  /** A JSON number. */
  FLOAT,
  /** {@code "2015-09-28 03:12:24"}; from Django 1.4 on with a {@code T}. */
  DATE_TIME,
  /** {@code "2015-09-28"}. */
  DATE,
  /** {@code "03:12:24"}. */
  TIME
}
