package org.fixtureferry.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixtureferry.fixture.CopiedRows.Part;
import org.fixtureferry.fixture.CopiedRows.Value;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/**
 * A table that no model knows. Rows are told apart by the primary key; in a table without one, by
 * all that they hold. Only keys are kept in memory.
 */
final class CopiedTable extends CopiedPart {
  private final LoadSettings settings;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> toWrite = new HashSet<>();
  private final List<List<Value>> changed = new ArrayList<>();
  private final List<List<Value>> onlyInTarget = new ArrayList<>();
  private long added;
  private long same;

  CopiedTable(
      Connection connection, Part part, Map<String, CatalogColumn> columns, LoadSettings settings) {
    super(connection, part, columns);
    this.settings = settings;
  }

  @Override
  void compare(List<List<Value>> rows) throws SQLException {
    Map<String, List<Value>> standing = standing(rows);
    for (List<Value> row : rows) {
      String name = nameOf(row);
      List<Value> actual = standing.get(name);
      seen.add(name);
      if (actual == null) {
        added++;
        toWrite.add(name);
      } else if (same(row, actual)) {
        same++;
      } else {
        changed.add(keyOf(row));
        if (policy() == LoadSettings.Changed.UPDATE) {
          toWrite.add(name);
        }
      }
    }
  }

  private LoadSettings.Changed policy() {
    return settings.changedOf(part.table());
  }

  @Override
  Optional<Finding> finish() throws SQLException {
    long rows = Sql.number(connection, "SELECT COUNT(*) FROM " + table);
    if (rows > same + changed.size()) {
      Part keys = new Part(part.table(), part.key(), part.key(), false);
      CopiedTable byKey = new CopiedTable(connection, keys, columns, settings);
      Map<String, List<Value>> found = new HashMap<>();
      Sql.list(
          connection,
          "SELECT " + Identifier.list(part.key()) + " FROM " + table,
          row -> {
            List<Value> each = row(row, part.key().size());
            String name = byKey.nameOf(each);
            return seen.contains(name) ? null : found.put(name, each);
          });
      onlyInTarget.addAll(found.values());
    }
    return undecided();
  }

  private Optional<Finding> undecided() {
    if (!changed.isEmpty() && policy() == LoadSettings.Changed.STOP) {
      return Optional.of(
          Finding.of(
                  "changed-in-target",
                  Severity.STOPS,
                  "Rows of table "
                      + part.table()
                      + " have other values in the target. Decide: conflicts: {default: update} or keep.")
              .at(null, part.table())
              .counting(changed.size(), List.of())
              .decide(List.of("update", "keep", "stop"), null));
    }
    return OnlyInTarget.finding(part.table(), onlyInTarget.size(), settings);
  }

  @Override
  void makeRoom() throws SQLException {
    if (policy() == LoadSettings.Changed.UPDATE) {
      delete(changed);
    }
    if (settings.onlyInTarget() == LoadSettings.OnlyInTarget.REMOVE) {
      delete(onlyInTarget);
    }
  }

  @Override
  void write(List<List<Value>> rows) throws SQLException {
    insert(rows.stream().filter(row -> toWrite.contains(nameOf(row))).toList());
  }

  @Override
  long added() {
    return added;
  }

  @Override
  long changed() {
    return policy() == LoadSettings.Changed.UPDATE ? changed.size() : 0;
  }

  @Override
  long removed() {
    return settings.onlyInTarget() == LoadSettings.OnlyInTarget.REMOVE ? onlyInTarget.size() : 0;
  }
}
