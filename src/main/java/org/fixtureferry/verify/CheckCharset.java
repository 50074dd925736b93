package org.fixtureferry.verify;

import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/**
 * Whether every text column of the target holds what the profile's charset holds, and compares as
 * the profile's collation does.
 */
final class CheckCharset {
  private static final String CHECK = "charset";

  private CheckCharset() {}

  static Outcome check(Profile profile, Owners owners, Side target) {
    List<Finding> findings = new ArrayList<>();
    for (Table table : profile.tables()) {
      target.columns().getOrDefault(table.name(), java.util.Map.of()).values().stream()
          .filter(column -> column.charset().isPresent())
          .filter(column -> !plain(column.collation().orElse("")).equals(profile.collation()))
          .forEach(column -> findings.add(finding(profile, owners, column)));
    }
    return Outcome.of(CHECK, findings);
  }

  /** Newer servers write utf8 as utf8mb3. */
  private static String plain(String collation) {
    return collation.replaceFirst("^utf8mb3_", "utf8_");
  }

  /** utf8mb4 in the place of utf8: holds all of it, and compares as it does. */
  private static boolean wider(Profile profile, CatalogColumn column) {
    String collation = plain(column.collation().orElse(""));
    return collation.replaceFirst("^utf8mb4_", "utf8_").equals(profile.collation());
  }

  private static Finding finding(Profile profile, Owners owners, CatalogColumn column) {
    String text =
        "%s at the target: column %s is %s %s, expected %s %s."
            .formatted(
                column.table(),
                column.column().name(),
                column.charset().orElse(""),
                column.collation().orElse(""),
                profile.charset(),
                profile.collation());
    return Finding.of(CHECK, wider(profile, column) ? Severity.LOOK : Severity.STOPS, text)
        .at(owners.label(column.table()), column.table())
        .inColumn(column.column().name(), null);
  }
}
