package org.fixtureferry.verify;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.mysql.CatalogTable;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/**
 * Whether the target gives out no id that the source has given out already. Content types,
 * permissions and many-to-many tables count by themselves on each side.
 */
final class CheckAutoIncrement {
  private final Profile profile;
  private final Side source;
  private final Side target;
  private final Optional<FixtureMeta> exported;

  CheckAutoIncrement(Profile profile, Side source, Side target, Optional<FixtureMeta> exported) {
    this.profile = profile;
    this.source = source;
    this.target = target;
    this.exported = exported;
  }

  Outcome check(org.fixtureferry.django.Excludes excludes) {
    List<Finding> findings =
        profile.models().stream()
            .filter(model -> !model.hasNaturalKey() && !excludes.covers(model))
            .filter(model -> target.has(model.table()))
            .flatMap(model -> lower(model).stream())
            .toList();
    return Outcome.of("auto-increment", findings);
  }

  private Optional<Finding> lower(Model model) {
    String table = model.table();
    long wanted = Math.min(Math.max(next(source, table), atExport(table)), CatalogTable.HIGHEST_ID);
    long found = next(target, table);
    if (found >= wanted) {
      return Optional.empty();
    }
    String text =
        "Table %s: the target's next id is %d, the source's %d; the ids between would be given out again."
                .formatted(table, found, wanted)
            + (forgets() ? " InnoDB of this version forgets it at a restart." : "")
            + " Load again to raise it.";
    return Optional.of(
        Finding.of("auto-increment", Severity.STOPS, text)
            .at(model.label(), table)
            .inColumn(model.primaryKey().column(), model.primaryKey().name())
            .withValues(String.valueOf(wanted), String.valueOf(found)));
  }

  private long atExport(String table) {
    return exported
        .map(meta -> meta.tables().get(table))
        .map(FixtureMeta.TableState::autoIncrement)
        .orElse(0L);
  }

  private static long next(Side side, String table) {
    return Optional.ofNullable(side.tables().get(table))
        .map(CatalogTable::autoIncrement)
        .orElse(OptionalLong.empty())
        .orElse(0);
  }

  /** Until MySQL 8.0 and MariaDB 10.2.4 the next id lived in memory only. */
  private boolean forgets() {
    return target.version().mariaDb()
        ? !target.version().atLeast(10, 2, 4)
        : !target.version().atLeast(8, 0, 0);
  }
}
