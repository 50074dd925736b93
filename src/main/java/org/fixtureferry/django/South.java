package org.fixtureferry.django;

import java.util.List;
import java.util.Optional;

/**
 * South's history of a complete installation.
 *
 * @param table where South keeps it
 * @param migrations in the order in which they are applied; the row's id is its place, from 1
 */
public record South(String table, List<Migration> migrations) {
  public South {
    Check.present("table of South's history", table);
    migrations = Check.list(migrations);
  }

  /**
   * One migration.
   *
   * @param traces what it leaves in the schema, where it is known to break off half-way on MySQL,
   *     which cannot roll DDL back
   */
  public record Migration(String app, String migration, List<Trace> traces) {
    public Migration {
      Check.present("app of a migration", app);
      Check.present("name of a migration", migration);
      traces = Check.list(traces);
    }

    /** "edumanage:0040_auto", as South's own messages name it. */
    @Override
    public String toString() {
      return app + ":" + migration;
    }
  }

  /** A key (unique or not) over these columns, or one column, that the migration makes. */
  public record Trace(String table, List<String> key, Optional<String> column) {
    public Trace {
      Check.present("table of a trace", table);
      key = Check.list(key);
      column = Check.optional(column);
    }
  }
}
