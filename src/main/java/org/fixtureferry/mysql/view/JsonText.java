package org.fixtureferry.mysql.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.Set;
import org.fixtureferry.mysql.Identifier;

/**
 * What Python's json.loads takes. MySQL 5 has no JSON_VALID, and later ones refuse NaN: a regular
 * expression tells the plain cases on the server, a parser only what is left.
 */
final class JsonText {
  private static final Set<String> NOT_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private JsonText() {}

  /**
   * SQL that is true where a text is neither NULL nor plainly JSON: a value, or a flat list of
   * such.
   */
  static String isDoubtful(String value) {
    // REGEXP reads up to the first NUL; BINARY minds case, and bytes instead of characters.
    return "("
        + value
        + " IS NOT NULL AND (LOCATE(x'00', BINARY "
        + value
        + ") > 0 OR NOT IFNULL(BINARY "
        + value
        + " REGEXP "
        + Identifier.literal(plain())
        + ", 0)))";
  }

  private static String plain() {
    String space = "[ \t\n\r]*";
    String text = "\"([^\"\\\\[:cntrl:]]|\\\\([\"\\\\/bfnrt]|u[0-9A-Fa-f]{4}))*\"";
    String number = "-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?";
    String value = "(" + text + "|" + number + "|true|false|null|NaN|-?Infinity)" + space;
    String member = text + space + ":" + space + value;
    return "^"
        + space
        + "("
        + value
        + "|[{]"
        + space
        + "("
        + member
        + "(,"
        + space
        + member
        + ")*)?[}]|[[]"
        + space
        + "("
        + value
        + "(,"
        + space
        + value
        + ")*)?[]])"
        + space
        + "$";
  }

  /**
   * Whether Python takes it: NaN and infinities too, nothing after the value, no bare control
   * characters.
   */
  static boolean isJson(String text) {
    try (JsonParser json = FACTORY.createParser(text)) {
      int values = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        boolean whole = json.getParsingContext().inRoot();
        values += whole ? 1 : 0;
        boolean strange =
            token == JsonToken.VALUE_NUMBER_FLOAT
                && !Character.isDigit(json.getText().charAt(json.getTextLength() - 1))
                && !NOT_NUMBERS.contains(json.getText());
        if (strange) {
          return false;
        }
      }
      return values == 1;
    } catch (IOException e) {
      return false;
    }
  }
}
