package org.fixtureferry.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.ComparedColumn;
import org.fixtureferry.mysql.ComparedTable;
import org.fixtureferry.mysql.view.SourceView;

/**
 * One table as each side has it, with the columns that both have: charsets may differ, so each side
 * has SQL of its own.
 *
 * @param whole the source's table with all the columns that the source has
 */
record TablePair(Model model, ComparedTable source, ComparedTable target, ComparedTable whole) {

  /**
   * @param view the source after the decisions
   */
  static List<TablePair> all(Profile profile, Side source, Side target, SourceView view) {
    List<ComparedTable> atSource = ComparedTable.all(profile, source.columns(), view::rows);
    List<ComparedTable> asItIs = ComparedTable.all(profile, source.columns());
    List<ComparedTable> atTarget = ComparedTable.all(profile, target.columns());
    List<TablePair> pairs = new ArrayList<>();
    for (int i = 0; i < atSource.size(); i++) {
      ComparedTable left = atSource.get(i);
      ComparedTable right = atTarget.get(i);
      pairs.add(
          new TablePair(
              profile.require(left.model()),
              left.withColumns(common(left, source, target)),
              right.withColumns(common(right, source, target)),
              asItIs.get(i).withColumns(common(left, source, source))));
    }
    return pairs;
  }

  private static List<ComparedColumn> common(ComparedTable table, Side one, Side other) {
    return table.columns().stream()
        .filter(column -> one.has(table.table(), column.column()))
        .filter(column -> other.has(table.table(), column.column()))
        .toList();
  }

  String table() {
    return source.table();
  }

  /** The many-to-many field that the table is of; empty for a model's own table. */
  Optional<String> relation() {
    return Optional.ofNullable(source.field());
  }

  /** Whether every column that the source has is compared, and every row as it stands. */
  boolean isWhole() {
    return source.columns().size() == whole.columns().size() && source.from().equals(whole.from());
  }

  /** Whether rows are told apart by natural key, which leaves their numbers to each database. */
  boolean isMatched() {
    return relation().isEmpty() && model.hasNaturalKey();
  }

  /** How findings and acceptances print a key. */
  String printed(String key) {
    return relation().isPresent() ? RelationKey.of(key).owner() : source.printableKey(key);
  }
}
