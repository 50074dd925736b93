package org.fixtureferry.connect;

import static org.fixtureferry.report.Finding.of;
import static org.fixtureferry.report.Severity.STOPS;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.CatalogTable;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;

/** Counts every table of the source, and looks which next ids lie above its greatest. */
final class CountTables {
  private final Profile profile;
  private final SourceSchema schema;
  private final Findings findings;

  CountTables(Profile profile, SourceSchema schema, Findings findings) {
    this.profile = profile;
    this.schema = schema;
    this.findings = findings;
  }

  List<SurveyedTable> run(
      Connection connection, String database, ProgressListener listener, Cancellation cancellation)
      throws SQLException {
    findings.check("table-unreadable");
    findings.check("auto-increment");
    List<SurveyedTable> tables = new ArrayList<>();
    List<CatalogTable> all =
        Catalog.tables(connection, database).stream()
            .filter(table -> schema.tables().containsKey(table.name()))
            .toList();
    for (CatalogTable table : all) {
      cancellation.check();
      listener.progressed(
          new Progress(
                  Station.CONNECT, "Counting rows", table.name(), 0, -1, tables.size(), all.size())
              .in(Progress.Unit.TABLES));
      SurveyedTable counted = count(connection, table);
      checkAutoIncrement(connection, counted);
      tables.add(counted);
    }
    return tables;
  }

  private SurveyedTable count(Connection connection, CatalogTable table) throws SQLException {
    long rows = -1;
    try {
      rows = Sql.number(connection, "SELECT COUNT(*) FROM " + Identifier.quote(table.name()));
    } catch (SQLException e) {
      if (!connection.isValid(10)) {
        throw e;
      }
      // A crashed MyISAM table, as a legacy host may well have one.
      findings.add(
          of(
                  "table-unreadable",
                  STOPS,
                  "Table "
                      + table.name()
                      + " cannot be read ("
                      + SqlFault.describe(e)
                      + "). Have its owner run CHECK TABLE on it.")
              .at(schema.owner(table.name()), table.name()));
    }
    return new SurveyedTable(
        table.name(),
        table.engine(),
        table.collation(),
        rows,
        table.dataLength(),
        table.autoIncrement().orElse(0),
        schema.owner(table.name()));
  }

  /** Only of models whose ids are carried: those with a natural key get the target's own. */
  private void checkAutoIncrement(Connection connection, SurveyedTable table) throws SQLException {
    boolean carried =
        profile.modelOfTable(table.name()).map(model -> !model.hasNaturalKey()).orElse(false);
    if (!carried || table.rows() < 0 || table.autoIncrement() == 0) {
      return;
    }
    for (Column column : schema.tables().get(table.name()).columns()) {
      if (column.autoIncrement()) {
        CheckSchema.autoIncrement(
            table,
            Sql.number(
                connection,
                "SELECT IFNULL(MAX("
                    + Identifier.quote(column.name())
                    + "), 0) FROM "
                    + Identifier.quote(table.name())),
            findings);
      }
    }
  }
}
