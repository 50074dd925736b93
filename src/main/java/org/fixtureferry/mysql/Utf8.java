package org.fixtureferry.mysql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text as columns of three-byte utf8 hold it, where a character beyond the basic plane may lie as
 * its two surrogates, each encoded by itself, and MyISAM may hold bytes that are no UTF-8 at all.
 */
public final class Utf8 {
  /** A byte that is no UTF-8 becomes a half of this row, as Python's surrogateescape has it. */
  private static final char ESCAPED = '\uDC00';

  private Utf8() {}

  /** Loses nothing: surrogates become themselves, a byte that is no UTF-8 U+DC80 to U+DCFF. */
  public static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return decodeByCharacter(bytes);
    }
  }

  private static String decodeByCharacter(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int at = 0;
    while (at < bytes.length) {
      int length = length(bytes, at);
      if (length == 0) {
        text.append((char) (ESCAPED + (bytes[at] & 0xFF)));
        at++;
      } else {
        text.appendCodePoint(codePoint(bytes, at, length));
        at += length;
      }
    }
    return text.toString();
  }

  /** Bytes of the character that begins here; 0 where none does. */
  private static int length(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int length =
        first < 0x80
            ? 1
            : first >= 0xC2 && first < 0xE0 ? 2 : first < 0xE0 ? 0 : first < 0xF0 ? 3 : 4;
    if (length == 0 || at + length > bytes.length || first > 0xF4) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int code = codePoint(bytes, at, length);
    boolean overlong = length == 3 && code < 0x800 || length == 4 && code < 0x10000;
    return overlong || code > Character.MAX_CODE_POINT ? 0 : length;
  }

  private static int codePoint(byte[] bytes, int at, int length) {
    if (length == 1) {
      return bytes[at];
    }
    int code = bytes[at] & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      code = code << 6 | bytes[at + i] & 0x3F;
    }
    return code;
  }

  /** Whether a text holds a surrogate without its other half. */
  public static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text holds any surrogate. */
  public static boolean hasSurrogate(String text) {
    return text.chars().anyMatch(each -> Character.isSurrogate((char) each));
  }

  /**
   * Each lone surrogate as three bytes.
   *
   * @param pairs whether two that belong together are written so, too, rather than as the one
   *     character of four bytes
   */
  public static byte[] encode(String text, boolean pairs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 8);
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      if (code > 0xFFFF && !pairs || code <= 0xFFFF && !Character.isSurrogate((char) code)) {
        bytes.writeBytes(Character.toString(code).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(code);
      } else {
        char half = text.charAt(i++);
        bytes.write(0xE0 | half >> 12);
        bytes.write(0x80 | half >> 6 & 0x3F);
        bytes.write(0x80 | half & 0x3F);
      }
    }
    return bytes.toByteArray();
  }
}
