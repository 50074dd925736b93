package org.fixtureferry.mysql.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.Key;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.SchemaComparison;

/**
 * The column that holds all of what the profile's column holds and all of what the source's does.
 */
final class Widen {
  /** DECIMAL's limits on every server. */
  private static final int MOST_DIGITS = 65;

  private static final int MOST_PLACES = 30;

  private Widen() {}

  /**
   * Empty where there is none, and where a key stands in the way: both ends of a foreign key must
   * be of one type, a primary key takes no NULL, and InnoDB indexes no text without a length.
   */
  static Optional<Column> column(Profile profile, String table, Column wanted, Column source) {
    boolean nullable = wanted.nullable() || source.nullable();
    Optional<String> type = type(wanted.type(), source.type());
    if (type.isEmpty() || isReferred(profile, table, wanted.name()) || wanted.autoIncrement()) {
      return Optional.empty();
    }
    List<Key> keys =
        profile.table(table).map(Table::keys).orElse(List.of()).stream()
            .filter(key -> key.columns().contains(wanted.name()))
            .toList();
    boolean primary = keys.stream().anyMatch(key -> key.kind() == Key.Kind.PRIMARY);
    boolean unindexable = !keys.isEmpty() && type.get().endsWith("text");
    Column wider =
        new Column(
            wanted.name(), type.get(), nullable, wanted.defaultValue(), wanted.autoIncrement());
    boolean same = wider.equals(wanted);
    return same || primary || unindexable ? Optional.empty() : Optional.of(wider);
  }

  private static boolean isReferred(Profile profile, String table, String column) {
    return profile.tables().stream()
        .anyMatch(
            each ->
                each.foreignKeys().stream()
                    .anyMatch(
                        key ->
                            (each.name().equals(table) && key.column().equals(column))
                                || (key.toTable().equals(table) && key.toColumn().equals(column))));
  }

  /** The type that holds both; empty where they are of different kinds. */
  private static Optional<String> type(String wanted, String source) {
    String to = SchemaComparison.comparableType(wanted);
    String from = SchemaComparison.comparableType(source);
    if (to.equals(from) || isText(to) && from.matches("(var)?char\\(\\d+\\)")) {
      return Optional.of(wanted); // lengths follow the source in any case
    }
    Matcher wantedWhole = Fit.WHOLE.matcher(to);
    Matcher sourceWhole = Fit.WHOLE.matcher(from);
    if (wantedWhole.matches() && sourceWhole.matches()) {
      return Optional.of(whole(wanted, source, wantedWhole, sourceWhole));
    }
    Matcher wantedDecimal = Fit.DECIMAL.matcher(to);
    Matcher sourceDecimal = Fit.DECIMAL.matcher(from);
    if (wantedDecimal.matches() && sourceDecimal.matches()) {
      return decimal(wantedDecimal, sourceDecimal);
    }
    return isText(to) && isText(from) ? Optional.of(from) : Optional.empty();
  }

  private static boolean isText(String type) {
    return type.matches("(var)?char\\(\\d+\\)|(tiny|medium|long)?text");
  }

  private static String whole(
      String wanted, String source, Matcher wantedWhole, Matcher sourceWhole) {
    int ours = signedBits(wantedWhole);
    int theirs = signedBits(sourceWhole);
    if (wantedWhole.group(2) != null && sourceWhole.group(2) != null) {
      return ours >= theirs ? wanted : source;
    }
    int bits = Math.max(ours, theirs);
    return Fit.BITS.entrySet().stream()
        .filter(type -> type.getValue() >= bits)
        .min(Comparator.comparing(java.util.Map.Entry::getValue))
        .map(java.util.Map.Entry::getKey)
        .filter(type -> bits != ours || wantedWhole.group(2) != null)
        // Beyond bigint: the source's own type holds whatever the source holds.
        .orElse(bits == ours && wantedWhole.group(2) == null ? wanted : source);
  }

  /** Bits of a signed number that holds the type's values. */
  private static int signedBits(Matcher type) {
    return Fit.BITS.get(type.group(1)) + (type.group(2) == null ? 0 : 1);
  }

  private static Optional<String> decimal(Matcher wanted, Matcher source) {
    int places = Math.max(places(wanted), places(source));
    int digits =
        Math.max(digits(wanted) - places(wanted), digits(source) - places(source)) + places;
    boolean signed = wanted.group(3) == null || source.group(3) == null;
    return digits > MOST_DIGITS || places > MOST_PLACES
        ? Optional.empty()
        : Optional.of("decimal(" + digits + "," + places + ")" + (signed ? "" : " unsigned"));
  }

  private static int digits(Matcher decimal) {
    return Integer.parseInt(decimal.group(1));
  }

  private static int places(Matcher decimal) {
    return Integer.parseInt(decimal.group(2));
  }
}
