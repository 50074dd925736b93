package org.fixtureferry.verify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.CatalogTable;
import org.fixtureferry.mysql.view.DecidedSchema;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/**
 * Whether every table of the target is on InnoDB: only there do foreign keys and rollback exist.
 */
final class CheckEngines {
  private CheckEngines() {}

  static Outcome check(DecidedSchema decided, Owners owners, Side target) {
    return Outcome.of(
        "engine",
        notInnoDb(decided, target).stream()
            .map(
                table ->
                    Finding.of(
                            "engine",
                            Severity.STOPS,
                            "Table "
                                + table.name()
                                + " is on "
                                + table.engine()
                                + " at the target, not on InnoDB.")
                        .at(owners.label(table.name()), table.name()))
            .toList());
  }

  static List<CatalogTable> notInnoDb(DecidedSchema decided, Side target) {
    return Stream.concat(decided.profile().tables().stream(), decided.tables().stream())
        .map(Table::name)
        .map(target.tables()::get)
        .flatMap(table -> Optional.ofNullable(table).stream())
        .filter(table -> !table.engine().equalsIgnoreCase("InnoDB"))
        .toList();
  }
}
