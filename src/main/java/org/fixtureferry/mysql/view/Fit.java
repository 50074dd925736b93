package org.fixtureferry.mysql.view;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.SchemaComparison;
import org.fixtureferry.report.Severity;

/**
 * Whether the values of a column fit the column that Prepare makes for them. Only asked where the
 * two types differ.
 */
final class Fit {
  static final Pattern TEXT = Pattern.compile("(?:var)?char\\((\\d+)\\)");
  static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),(\\d+)\\)( unsigned)?");
  static final Pattern WHOLE =
      Pattern.compile("(tinyint|smallint|mediumint|int|bigint)( unsigned)?");
  static final Map<String, Integer> BITS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);

  /** The longest text in bytes; a longtext takes whatever a source can hold. */
  static final Map<String, Long> LONG_TEXT =
      Map.of("tinytext", 255L, "text", 65_535L, "mediumtext", 16_777_215L);

  private static final String DAY = "^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]";
  private static final String TIME_OF_DAY =
      "([ T][0-9][0-9]:[0-9][0-9](:[0-9][0-9]([.][0-9]+)?)?)?$";

  private Fit() {}

  static Optional<Doubt> doubt(Profile profile, Model model, Field field, CatalogColumn source) {
    Optional<Column> wanted =
        profile.table(model.table()).flatMap(table -> table.column(field.column()));
    String from = SchemaComparison.comparableType(source.column().type());
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    String to = SchemaComparison.comparableType(wanted.get().type());
    // Lengths of text follow the source; a null that the target does not take must be asked about
    // in any case.
    boolean lengthsFollow = TEXT.matcher(from).matches() && TEXT.matcher(to).matches();
    UnaryOperator<String> nulls =
        !wanted.get().nullable() && source.column().nullable() ? value -> value + " IS NULL" : null;
    UnaryOperator<String> range =
        from.equals(to) || lengthsFollow ? null : outside(to, from, source.charset().isPresent());
    if (nulls == null && range == null) {
      return Optional.empty();
    }
    boolean widens =
        Widen.column(profile, model.table(), wanted.get(), source.column()).isPresent();
    UnaryOperator<String> wrong =
        t -> {
          String value = Lookups.column(t, field.column());
          return nulls == null
              ? range.apply(value)
              : range == null
                  ? nulls.apply(value)
                  : "(" + nulls.apply(value) + " OR " + range.apply(value) + ")";
        };
    return Optional.of(
        new Doubt(
            "does-not-fit",
            model,
            model.table(),
            field.name(),
            field.column(),
            wrong,
            Severity.STOPS,
            widens ? List.of("stop", "widen") : List.of("stop"),
            "with a value that the target's "
                + wanted.get().type()
                + (wanted.get().nullable() ? "" : " NOT NULL")
                + " cannot hold. Mend it at the source"
                + (widens ? ", or have the column made wider." : ".")));
  }

  private static UnaryOperator<String> outside(String type, String from, boolean fromText) {
    if (fromText && type.matches("date(time)?")) {
      String form = type.equals("date") ? DAY + "$" : DAY + TIME_OF_DAY;
      return value -> value + " NOT REGEXP '" + form + "'";
    }
    UnaryOperator<String> range = outside(type);
    if (range != null && WHOLE.matcher(type).matches() && !WHOLE.matcher(from).matches()) {
      UnaryOperator<String> whole = range;
      range = value -> "(" + whole.apply(value) + " OR " + value + " <> FLOOR(" + value + "))";
    }
    if (range == null || !fromText || isText(type)) {
      return range;
    }
    UnaryOperator<String> number = range;
    return value ->
        "(" + value + " NOT REGEXP '^ *-?[0-9]+([.][0-9]+)? *$' OR " + number.apply(value) + ")";
  }

  private static boolean isText(String type) {
    return TEXT.matcher(type).matches() || LONG_TEXT.containsKey(type);
  }

  private static UnaryOperator<String> outside(String type) {
    Matcher whole = WHOLE.matcher(type);
    if (whole.matches()) {
      int bits = BITS.get(whole.group(1));
      boolean unsigned = whole.group(2) != null;
      BigInteger least = unsigned ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(bits - 1).negate();
      BigInteger greatest =
          BigInteger.ONE.shiftLeft(unsigned ? bits : bits - 1).subtract(BigInteger.ONE);
      return value -> "(" + value + " < " + least + " OR " + value + " > " + greatest + ")";
    }
    Matcher decimal = DECIMAL.matcher(type);
    if (decimal.matches()) {
      int places = Integer.parseInt(decimal.group(2));
      int digits = Integer.parseInt(decimal.group(1)) - places;
      return value ->
          "(ABS("
              + value
              + ") >= 1"
              + "0".repeat(digits)
              + " OR "
              + value
              + " <> ROUND("
              + value
              + ", "
              + places
              + "))";
    }
    Matcher text = TEXT.matcher(type);
    if (text.matches()) {
      return value -> "CHAR_LENGTH(" + value + ") > " + text.group(1);
    }
    Long bytes = LONG_TEXT.get(type);
    return bytes == null ? null : value -> "LENGTH(" + value + ") > " + bytes;
  }
}
