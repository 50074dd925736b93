package org.fixtureferry.prepare;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A type whose length the target takes from the source, such as varchar(255). */
record TextLength(String type, int length) {
  private static final Pattern TYPE = Pattern.compile("^((?:var)?(?:char|binary))\\((\\d+)\\)$");

  static Optional<TextLength> of(String columnType) {
    Matcher matcher = TYPE.matcher(columnType.toLowerCase(Locale.ROOT));
    return matcher.matches()
        ? Optional.of(new TextLength(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  boolean holdsCharacters() {
    return type.endsWith("char");
  }

  /** The same type as long as another one; both hold characters, or both bytes. */
  Optional<String> asLongAs(TextLength other) {
    return holdsCharacters() == other.holdsCharacters() && length != other.length
        ? Optional.of(type + "(" + other.length + ")")
        : Optional.empty();
  }
}
