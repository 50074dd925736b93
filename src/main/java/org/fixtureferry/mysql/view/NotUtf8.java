package org.fixtureferry.mysql.view;

/**
 * Bytes in a utf8 column that are no UTF-8: MyISAM keeps what a table's files say, whatever its
 * charset. Every server judges them in the same way, by what is left after converting them: cut off
 * at the first by MySQL 5, replaced by question marks in later ones.
 */
final class NotUtf8 {
  private NotUtf8() {}

  /** True where the target's charset cannot take the bytes as they are. */
  static String is(String value, String charset) {
    return "(CONVERT(" + bytes(value) + " USING " + charset + ") <> BINARY " + value + ")";
  }

  /**
   * The text as it was meant: without the beginning of a character that was cut in its middle; else
   * the bytes taken for latin1, which MySQL takes for Windows-1252.
   */
  static String repaired(String value) {
    return "IF("
        + cut(value, 1, "^([CDE][0-9A-F])$")
        + ", "
        + without(value, 1)
        + ", IF("
        + cut(value, 2, "^E[0-9A-F][89AB][0-9A-F]$")
        + ", "
        + without(value, 2)
        + ", CONVERT(CONVERT("
        + bytes(value)
        + " USING latin1) USING utf8)))";
  }

  /** A beginning at the end, after a text that is UTF-8 and more than ASCII. */
  private static String cut(String value, int length, String beginning) {
    String rest = rest(value, length);
    return "HEX(RIGHT("
        + bytes(value)
        + ", "
        + length
        + ")) REGEXP '"
        + beginning
        + "' AND BINARY "
        + without(value, length)
        + " = "
        + rest
        + " AND CHAR_LENGTH("
        + without(value, length)
        + ") < LENGTH("
        + rest
        + ")";
  }

  private static String without(String value, int length) {
    return "CONVERT(" + rest(value, length) + " USING utf8)";
  }

  private static String rest(String value, int length) {
    return "LEFT(" + bytes(value) + ", LENGTH(" + value + ") - " + length + ")";
  }

  private static String bytes(String value) {
    return "CAST(" + value + " AS BINARY)";
  }
}
