package org.fixtureferry.mysql.view;

/**
 * Text that cannot be JSON. MySQL 5.5 has no JSON_VALID, so the form is judged: an object, a list,
 * a text, a number or a word must begin and end as such, and braces, brackets and unescaped quotes
 * must pair. Text that breaks deeper inside passes; it is carried over as it is either way.
 */
final class BrokenJson {
  private BrokenJson() {}

  static String is(String value) {
    String trimmed =
        "TRIM(REPLACE(REPLACE(REPLACE("
            + value
            + ", CHAR(9), ' '), CHAR(10), ' '), CHAR(13), ' '))";
    String quotes = "REPLACE(REPLACE(" + value + ", '\\\\\\\\', ''), '\\\\\"', '')";
    return "("
        + value
        + " IS NOT NULL AND ("
        + trimmed
        + " NOT REGEXP '^([{].*[}]|[[].*[]]|\".*\"|-?[0-9][0-9.eE+-]*|true|false|null|NaN|-?Infinity)$' OR "
        + odd(quotes, "\"")
        + " OR ("
        + trimmed
        + " REGEXP '^[{]' AND "
        + trimmed
        + " NOT REGEXP '^[{] *[}]$' AND "
        + trimmed
        + " NOT REGEXP '^[{] *\".*\" *:')))";
  }

  private static String odd(String text, String mark) {
    return "((CHAR_LENGTH("
        + text
        + ") - CHAR_LENGTH(REPLACE("
        + text
        + ", '"
        + mark
        + "', ''))) % 2) = 1";
  }
}
