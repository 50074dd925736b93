package org.fixtureferry.verify;

import java.util.stream.Collectors;

/** How a value is printed so that what tells two apart can be seen. */
final class Shown {
  static final String NULL = "NULL";

  private Shown() {}

  /** NULL without quotes; in quotes what one would not see, or take for NULL. */
  static String text(String value) {
    if (value == null) {
      return NULL;
    }
    String visible = value.codePoints().mapToObj(Shown::visible).collect(Collectors.joining());
    boolean quoted =
        value.isEmpty()
            || value.equals(NULL)
            || value.startsWith("'")
            || !value.equals(value.strip());
    return quoted ? "'" + visible + "'" : visible;
  }

  private static String visible(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          isInvisible(character)
              ? String.format("\\u%04x", character)
              : Character.toString(character);
    };
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.SPACE_SEPARATOR -> character != ' ';
      default -> false;
    };
  }
}
