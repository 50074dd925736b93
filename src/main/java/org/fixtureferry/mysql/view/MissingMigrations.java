package org.fixtureferry.mysql.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.South;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Decisions;

/**
 * Migrations that the source's history lacks, where it was decided to go on: the target's tables
 * are the profile's, and South must not run on them again what they hold already.
 */
record MissingMigrations(String table, List<South.Migration> migrations, long greatestId) {
  private static final String CHECK = "south-state";

  static MissingMigrations none(Profile profile) {
    return new MissingMigrations(profile.south().table(), List.of(), 0);
  }

  static MissingMigrations read(
      Connection connection,
      Profile profile,
      Map<String, Map<String, CatalogColumn>> catalog,
      Decisions decisions)
      throws SQLException {
    String table = profile.south().table();
    boolean readable =
        catalog
            .getOrDefault(table, Map.of())
            .keySet()
            .containsAll(List.of("id", "app_name", "migration", "applied"));
    if (!readable || !"go-on".equals(decisions.of(CHECK, table, null))) {
      return none(profile);
    }
    List<String> applied =
        Sql.list(
            connection,
            "SELECT app_name, migration FROM " + Identifier.quote(table),
            row -> row.getString(1) + ":" + row.getString(2));
    List<South.Migration> missing =
        profile.south().migrations().stream()
            .filter(each -> !applied.contains(each.toString()))
            .toList();
    return new MissingMigrations(
        table,
        missing,
        Sql.number(connection, "SELECT IFNULL(MAX(id), 0) FROM " + Identifier.quote(table)));
  }

  /** Rows for them after the source's own, applied when its last one was. */
  String after(String rows, List<String> columns) {
    if (migrations.isEmpty()) {
      return rows;
    }
    String own = "SELECT " + Identifier.list(columns) + " FROM " + rows + " h";
    long id = greatestId;
    StringBuilder all = new StringBuilder("(").append(own);
    for (South.Migration migration : migrations) {
      Map<String, String> values =
          Map.of(
              "id", String.valueOf(++id),
              "app_name", Identifier.literal(migration.app()),
              "migration", Identifier.literal(migration.migration()),
              "applied", "(SELECT MAX(applied) FROM " + Identifier.quote(table) + ")");
      all.append(" UNION ALL SELECT ")
          .append(
              columns.stream()
                  .map(column -> values.getOrDefault(column, "NULL"))
                  .collect(Collectors.joining(", ")));
    }
    return all.append(")").toString();
  }
}
