package org.fixtureferry.django;

import java.util.List;
import java.util.Optional;

/**
 * A table as the application's own commands (syncdb, South) make it on InnoDB. The models alone do
 * not say all of it.
 */
public record Table(
    String name, List<Column> columns, List<Key> keys, List<ForeignKey> foreignKeys) {
  public Table {
    Check.present("table name", name);
    columns = Check.list(columns);
    keys = Check.list(keys);
    foreignKeys = Check.list(foreignKeys);
  }

  public Optional<Column> column(String column) {
    return columns.stream().filter(each -> each.name().equals(column)).findFirst();
  }

  /** The columns of its primary key; none where it has none. */
  public List<String> primaryKey() {
    return keys.stream()
        .filter(key -> key.kind() == Key.Kind.PRIMARY)
        .findFirst()
        .map(Key::columns)
        .orElse(List.of());
  }

  public Table withColumns(List<Column> others) {
    return new Table(name, others, keys, foreignKeys);
  }
}
