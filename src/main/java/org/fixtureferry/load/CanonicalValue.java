package org.fixtureferry.load;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.fixtureferry.django.ValueKind;

/**
 * One text for one value, whether it comes from a fixture or from the database, so that both
 * compare and either can be written: whole numbers in digits, booleans 0 and 1, decimals plain and
 * without trailing zeros, dates as MySQL writes them.
 */
final class CanonicalValue {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?");

  private CanonicalValue() {}

  /**
   * Of any kind but dates with a time, see {@link DateTimeForm}.
   *
   * @throws ValueFault where the value is not of its kind
   */
  static String ofFixture(ValueKind kind, Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof List) {
      throw new ValueFault("a list stands where one value belongs");
    }
    return switch (kind) {
      case TEXT -> value instanceof Boolean bool ? (bool ? "True" : "False") : value.toString();
      case INTEGER -> integer(value);
      case BOOLEAN -> bool(value);
      case DECIMAL -> decimal(value.toString());
      case FLOAT -> decimal(value.toString());
      case DATE_TIME -> throw new IllegalArgumentException("A date and time has a DateTimeForm");
      case DATE -> matching(DATE, value.toString(), "a date is written 2015-09-28");
      case TIME -> matching(TIME, value.toString(), "a time is written 03:12:24");
    };
  }

  /** The same for a column's text as the server sent it. */
  static String ofColumn(ValueKind kind, String text) {
    if (text == null) {
      return null;
    }
    return switch (kind) {
      case TEXT, INTEGER, BOOLEAN, DATE, TIME -> text;
      case DATE_TIME -> text.indexOf('.') < 0 ? text : text.replaceFirst("\\.?0+$", "");
      case DECIMAL, FLOAT -> decimal(text);
    };
  }

  private static String integer(Object value) {
    if (value instanceof Boolean bool) {
      return bool ? "1" : "0";
    }
    try {
      return value instanceof BigDecimal number
          ? number.toBigIntegerExact().toString()
          : new BigInteger(value.toString().strip()).toString();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new ValueFault("a whole number belongs here");
    }
  }

  private static String bool(Object value) {
    return switch (value.toString()) {
      case "true", "True", "t", "1" -> "1";
      case "false", "False", "f", "0" -> "0";
      default -> throw new ValueFault("a boolean is true or false");
    };
  }

  private static String decimal(String text) {
    try {
      BigDecimal number = new BigDecimal(text.strip());
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      throw new ValueFault("a decimal number belongs here");
    }
  }

  private static String matching(Pattern pattern, String text, String otherwise) {
    if (!pattern.matcher(text).matches()) {
      throw new ValueFault(otherwise);
    }
    return text;
  }
}
