package org.fixtureferry.mysql.view;

/**
 * Text that was UTF-8, taken for latin1 and stored as UTF-8 once more: "Î‘Î¸Î®Î½Î±" for "Αθήνα".
 */
final class Mojibake {
  private Mojibake() {}

  /**
   * True where the characters, taken as bytes of latin1 (MySQL's is Windows-1252), are UTF-8 of two
   * or more bytes a character. Whatever cannot have come about so is left alone: characters beyond
   * latin1, bytes that are not UTF-8, plain ASCII.
   */
  static String isTwice(String value) {
    String bytes = "CONVERT(" + value + " USING latin1)";
    return value
        + " IS NOT NULL AND LENGTH("
        + value
        + ") > CHAR_LENGTH("
        + value
        // a character beyond latin1 would have become a question mark
        + ") AND CONVERT("
        + bytes
        + " USING utf8) = BINARY "
        + value
        + " AND HEX("
        + bytes
        + ") REGEXP '^([0-7][0-9A-F]|C[2-9A-F][89AB][0-9A-F]|D[0-9A-F][89AB][0-9A-F]|E[0-9A-F]([89AB][0-9A-F]){2})*$'";
  }

  /** The text as it was meant. */
  static String repaired(String value) {
    return "IF("
        + NotUtf8.is(value, "utf8")
        + ", "
        + NotUtf8.repaired(value)
        + ", CONVERT(CAST(CONVERT("
        + value
        + " USING latin1) AS BINARY) USING utf8))";
  }
}
