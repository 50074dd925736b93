package org.fixtureferry.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.CatalogTable;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.report.StationFailure;

/**
 * Raises AUTO_INCREMENT to what Export saw, so that the id of a row that was deleted at the source
 * is never given out again. Done after the commit: ALTER TABLE would commit by itself. Content
 * types and permissions keep the target's own ids.
 */
final class AutoIncrement {
  private AutoIncrement() {}

  static void raise(Connection connection, String database, Profile profile, FixtureMeta meta)
      throws SQLException {
    Map<String, FixtureMeta.TableState> seen = meta.tables();
    for (CatalogTable table : Catalog.tables(connection, database)) {
      Model model = profile.modelOfTable(table.name()).orElse(null);
      FixtureMeta.TableState state = seen.get(table.name());
      boolean carried =
          model == null
              ? meta.copied() != null && meta.copied().tables().contains(table.name())
              : !model.hasNaturalKey();
      if (!carried || state == null) {
        continue;
      }
      long wanted = Math.min(state.autoIncrement(), CatalogTable.HIGHEST_ID);
      if (wanted > table.autoIncrement().orElse(0)) {
        raise(connection, table.name(), wanted);
      }
    }
  }

  private static void raise(Connection connection, String table, long wanted) {
    try {
      // A copied column may have a default that the session's own modes refuse, such as a zero
      // date.
      Sql.run(connection, "SET SESSION sql_mode = '" + CopyRows.MODES + "'");
      Sql.run(connection, "ALTER TABLE " + Identifier.quote(table) + " AUTO_INCREMENT = " + wanted);
    } catch (SQLException e) {
      throw new StationFailure(
          "Raising the next id of table "
              + table
              + " to "
              + wanted
              + ": "
              + SqlFault.describe(e)
              + ". Every row is loaded and committed. Mend this (the account needs ALTER), then load again: it raises what is left.",
          e);
    }
  }
}
