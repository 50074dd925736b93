package org.fixtureferry.mysql.view;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The halves of characters beyond the basic plane, each encoded by itself: bytes ED A0 to ED BF,
 * which are no UTF-8.
 */
final class Surrogates {
  private static final int FIRST = 0xA0;
  private static final int LAST = 0xBF;

  private Surrogates() {}

  static String has(String value) {
    String bytes = "BINARY " + value;
    String each =
        IntStream.rangeClosed(FIRST, LAST)
            .mapToObj(
                second -> String.format(Locale.ROOT, "LOCATE(x'ED%02X', %s) > 0", second, bytes))
            .collect(Collectors.joining(" OR "));
    // Nearly no text holds an ED at all.
    return "(LOCATE(x'ED', " + bytes + ") > 0 AND (" + each + "))";
  }
}
