package org.fixtureferry.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.django.Model;
import org.fixtureferry.mysql.ComparedColumn;
import org.fixtureferry.mysql.ComparedTable;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.view.DecidedSchema;
import org.fixtureferry.mysql.view.SourceView;

/**
 * One table as each side has it, with the columns that both have: charsets may differ, so each side
 * has SQL of its own.
 *
 * @param owner the model that the table belongs to; empty for a copied table that none knows
 * @param whole the source's table with all the columns that the source has
 */
record TablePair(
    Optional<Model> owner, ComparedTable source, ComparedTable target, ComparedTable whole) {

  /**
   * @param view the source after the decisions
   */
  static List<TablePair> all(DecidedSchema decided, Side source, Side target, SourceView view) {
    List<ComparedTable> atSource = decided.compared(source.columns(), view::rows);
    List<ComparedTable> asItIs = decided.compared(source.columns(), Identifier::quote);
    List<ComparedTable> atTarget = decided.compared(target.columns(), Identifier::quote);
    List<TablePair> pairs = new ArrayList<>();
    for (int i = 0; i < atSource.size(); i++) {
      ComparedTable left = atSource.get(i);
      ComparedTable right = atTarget.get(i);
      pairs.add(
          new TablePair(
              decided.profile().model(left.model()),
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

  /** The model of a table that has one. */
  Model model() {
    return owner.orElseThrow();
  }

  /** What findings and acceptances name the rows by: their model, or the table. */
  String label() {
    return owner.map(Model::label).orElse(source.table());
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
    return relation().isEmpty() && owner.filter(Model::hasNaturalKey).isPresent();
  }

  /** How findings and acceptances print a key. */
  String printed(String key) {
    return relation().isPresent() ? RelationKey.of(key).owner() : source.printableKey(key);
  }
}
