package org.fixtureferry.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.RowStream;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.SecretHash;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Wording;
import org.fixtureferry.verify.RowDifference.Kind;

/** Compares a table of an excluded model with what Prepare makes there: for most, nothing. */
final class CompareExcluded {
  private final Profile profile;
  private final Side target;

  CompareExcluded(Profile profile, Side target) {
    this.profile = profile;
    this.target = target;
  }

  /** Counts into {@code differences} what is not as Prepare makes it. */
  List<Finding> compare(TablePair pair, TableDifferences differences) throws SQLException {
    ExpectedRows expected = ExpectedRows.of(profile, pair);
    Map<String, List<String>> missing = new LinkedHashMap<>(expected.rows());
    List<Finding> findings = new ArrayList<>();
    try (RowStream rows = RowStream.open(target.connection(), sql(pair, expected))) {
      while (rows.next()) {
        String key = text(rows, 1);
        List<String> values = missing.remove(key);
        if (values == null) {
          differences.add(Kind.EXTRA, key, List.of());
        } else if (findings.addAll(compareRow(pair, expected, key, values, rows))) {
          differences.add(Kind.DIFFERS, key, List.of());
        }
      }
    }
    missing.keySet().forEach(key -> differences.add(Kind.MISSING, key, List.of()));
    for (RowDifference each : differences.listed()) {
      switch (each.kind()) {
        case MISSING ->
            findings.add(
                oneSided(
                    pair,
                    each.key(),
                    "row-missing",
                    "is not at the target, where Prepare makes it"));
        case EXTRA ->
            findings.add(
                oneSided(
                    pair, each.key(), "row-extra", "is at the target, where Prepare makes none"));
        case DIFFERS -> {} // told field by field above
      }
    }
    if (differences.unlisted(Kind.EXTRA) > 0) {
      findings.add(unlisted(pair, differences.unlisted(Kind.EXTRA)));
    }
    return findings;
  }

  private static Finding unlisted(TablePair pair, long rows) {
    String text =
        Wording.count(rows, "row more is", "rows more are")
            + " in "
            + pair.table()
            + " at the target, where Prepare makes none.";
    return Finding.of("row-extra", Severity.STOPS, text)
        .at(pair.source().model(), pair.table())
        .counting(rows, List.of());
  }

  private static String sql(TablePair pair, ExpectedRows expected) {
    String selected =
        Stream.concat(
                Stream.of(expected.key()),
                expected.columns().stream().map(column -> Lookups.column(Lookups.BASE, column)))
            .collect(Collectors.joining(", "));
    return "SELECT " + selected + " FROM " + pair.target().from();
  }

  private List<Finding> compareRow(
      TablePair pair, ExpectedRows expected, String key, List<String> values, RowStream rows)
      throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String actual = text(rows, i + 2);
      if (!values.get(i).equals(actual)) {
        findings.add(differs(pair, key, expected.columns().get(i), values.get(i), actual));
      }
    }
    return findings;
  }

  private Finding differs(
      TablePair pair, String key, String column, String expected, String actual) {
    Optional<Field> field = pair.model().fieldOfColumn(column);
    boolean secret = field.filter(each -> profile.isSecret(pair.model(), each)).isPresent();
    String name = field.map(Field::name).orElse(column);
    String text =
        "%s %s: %s is not as Prepare makes it; the model is excluded."
            .formatted(pair.source().model(), pair.printed(key), name);
    return Finding.of("row-differs", Severity.STOPS, text)
        .at(pair.source().model(), pair.table())
        .inColumn(column, name)
        .ofRow(pair.printed(key))
        .withValues(shown(expected, secret), shown(actual, secret));
  }

  private static Finding oneSided(TablePair pair, String key, String check, String where) {
    String text =
        "%s %s %s; the model is excluded."
            .formatted(pair.source().model(), pair.printed(key), where);
    return Finding.of(check, Severity.STOPS, text)
        .at(pair.source().model(), pair.table())
        .inColumn(null, pair.source().field())
        .ofRow(pair.printed(key));
  }

  private static String shown(String value, boolean secret) {
    return secret && value != null ? SecretHash.of(value) : Shown.text(value);
  }

  private static String text(RowStream rows, int column) throws SQLException {
    return rows.bytes(column).map(bytes -> new String(bytes, UTF_8)).orElse(null);
  }
}
