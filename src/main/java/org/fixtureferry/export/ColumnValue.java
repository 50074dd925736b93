package org.fixtureferry.export;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fixtureferry.django.ValueKind;
import org.fixtureferry.mysql.Utf8;

/** Turns a column's bytes into what Django's serializer writes for them. */
final class ColumnValue {
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private ColumnValue() {}

  static Object of(ValueKind kind, Optional<byte[]> column) {
    if (column.isEmpty()) {
      return null;
    }
    byte[] bytes = column.get();
    try {
      return of(kind, bytes);
    } catch (NumberFormatException e) {
      // A column of another type at this source holds a text: as it was found. The check
      // does-not-fit names it.
      return text(bytes);
    }
  }

  private static Object of(ValueKind kind, byte[] bytes) {
    return switch (kind) {
      case TEXT -> text(bytes);
      case INTEGER -> integer(ascii(bytes));
      case BOOLEAN -> bool(ascii(bytes));
      // Python's str(Decimal) and Java's BigDecimal.toString() follow the same specification, down
      // to "0E-8".
      case DECIMAL -> new BigDecimal(ascii(bytes)).toString();
      case FLOAT -> new BigDecimal(ascii(bytes));
      case DATE_TIME, DATE, TIME -> ascii(bytes);
    };
  }

  /** As it was found, even where it is no UTF-8: the check mojibake names it. */
  private static String text(byte[] bytes) {
    return Utf8.decode(bytes);
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Object integer(String digits) {
    BigInteger number = new BigInteger(digits);
    return number.compareTo(LONG_MIN) >= 0 && number.compareTo(LONG_MAX) <= 0
        ? (Object) number.longValue()
        : number;
  }

  private static Object bool(String digit) {
    return switch (digit) {
      case "0" -> Boolean.FALSE;
      case "1" -> Boolean.TRUE;
      default -> integer(digit);
    };
  }
}
