package org.fixtureferry.prepare;

import static org.fixtureferry.report.Finding.of;
import static org.fixtureferry.report.Severity.FINE;
import static org.fixtureferry.report.Severity.LOOK;
import static org.fixtureferry.report.Severity.STOPS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.Key;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.view.DecidedSchema;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/**
 * The profile's tables as this target shall have them. The rule: columns, types, defaults and keys
 * are the profile's; only the length of char, varchar, binary and varbinary is the source's, where
 * it differs, be it longer or shorter.
 */
final class WantedTables {
  private final Profile profile;
  private final Map<String, Table> source;
  private final KeyLimits limits;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param partialKeys keys of the source, "table.key", that InnoDB cannot make as they are
   */
  WantedTables(
      DecidedSchema decided, Map<String, Table> source, Set<String> partialKeys, KeyLimits limits) {
    this.profile = decided.profile();
    this.source = source;
    this.limits = limits;
    for (Table expected : profile.tables()) {
      Table wanted = follow(expected);
      tables.put(wanted.name(), wanted);
      wanted.keys().forEach(key -> check(key, expected, wanted));
    }
    decided.tables().forEach(table -> tables.put(table.name(), copied(table, partialKeys)));
  }

  /** As the source has it, but for what InnoDB cannot make: keys over parts of texts, long keys. */
  private Table copied(Table table, Set<String> partialKeys) {
    List<Key> kept =
        table.keys().stream()
            .filter(key -> !partialKeys.contains(table.name() + "." + key.name()))
            .filter(key -> fits(key, table))
            .toList();
    for (Key key : table.keys()) {
      if (!kept.contains(key)) {
        findings.add(
            of(
                    "unknown-table",
                    LOOK,
                    "Table "
                        + table.name()
                        + " is copied without its key "
                        + key.name()
                        + " ("
                        + String.join(", ", key.columns())
                        + "), which InnoDB on this server cannot make as it is.")
                .at(null, table.name()));
      }
    }
    return new Table(
        table.name(),
        table.columns(),
        kept,
        table.foreignKeys().stream()
            .filter(key -> profile.table(key.toTable()).isPresent())
            .toList());
  }

  private boolean fits(Key key, Table table) {
    int all = key.columns().stream().mapToInt(column -> bytes(table, column)).sum();
    return all <= limits.key()
        && key.columns().stream().allMatch(column -> bytes(table, column) <= limits.column());
  }

  Map<String, Table> tables() {
    return tables;
  }

  List<Finding> findings() {
    return findings;
  }

  private Table follow(Table expected) {
    List<Column> columns = new ArrayList<>();
    for (Column column : expected.columns()) {
      Optional<String> other = lengthAtSource(expected, column);
      columns.add(other.map(column::withType).orElse(column));
      other.ifPresent(
          type ->
              findings.add(
                  finding("length", FINE, expected.name(), column.name(), followed(column, type))));
    }
    return expected.withColumns(columns);
  }

  private Optional<String> lengthAtSource(Table expected, Column column) {
    Optional<TextLength> actual =
        Optional.ofNullable(source.get(expected.name()))
            .flatMap(table -> table.column(column.name()))
            .flatMap(found -> TextLength.of(found.type()));
    return TextLength.of(column.type()).flatMap(wanted -> actual.flatMap(wanted::asLongAs));
  }

  private static String followed(Column column, String type) {
    return " is made " + type + " as at the source; the profile has " + column.type() + ".";
  }

  private void check(Key key, Table expected, Table wanted) {
    int all = 0;
    for (String name : key.columns()) {
      int bytes = bytes(wanted, name);
      all += bytes;
      if (bytes > limits.column()) {
        tooLong(key, expected, wanted, name, limits.column() / limits.character());
        return;
      }
    }
    if (all > limits.key()) {
      String longest = longest(key, wanted);
      int others = all - bytes(wanted, longest);
      tooLong(
          key, expected, wanted, longest, Math.max(0, limits.key() - others) / limits.character());
    }
  }

  private void tooLong(Key key, Table expected, Table wanted, String column, int possible) {
    String made = wanted.column(column).orElseThrow().type();
    String inProfile = expected.column(column).orElseThrow().type();
    findings.add(
        finding(
                "key-length",
                STOPS,
                wanted.name(),
                column,
                (made.equals(inProfile)
                        ? " is " + made + " in the profile"
                        : " is " + made + " at the source (the profile has " + inProfile + ")")
                    + ", but stands in the key ("
                    + String.join(", ", key.columns())
                    + "), where InnoDB on this server takes at most "
                    + possible
                    + " characters of it. Take MySQL 5.7, MariaDB 10.2 or later as target, or, if"
                    + " no value is longer, shorten the column at the source.")
            .withValues(made, inProfile)
            .decide(List.of("stop"), null));
  }

  private static String longest(Key key, Table table) {
    return key.columns().stream()
        .max(Comparator.comparingInt(name -> length(table, name).map(TextLength::length).orElse(0)))
        .orElseThrow();
  }

  /** Bytes of a column in a key; numbers and dates take eight at most. */
  private int bytes(Table table, String column) {
    return length(table, column)
        .map(text -> text.length() * (text.holdsCharacters() ? limits.character() : 1))
        .orElse(8);
  }

  private static Optional<TextLength> length(Table table, String column) {
    return table.column(column).flatMap(found -> TextLength.of(found.type()));
  }

  private Finding finding(
      String check, Severity severity, String table, String column, String rest) {
    return of(check, severity, "Column " + table + "." + column + rest)
        .at(profile.modelOfTable(table).map(model -> model.label()).orElse(null), table)
        .inColumn(column, null);
  }
}
