package org.fixtureferry.prepare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.DatabaseContents;
import org.fixtureferry.mysql.FerryMark;
import org.fixtureferry.mysql.SameDatabase;
import org.fixtureferry.mysql.view.CopyMisfits;
import org.fixtureferry.mysql.view.DecidedSchema;
import org.fixtureferry.report.Decisions;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.StationFailure;

/**
 * What Prepare finds before it does anything.
 *
 * @param alterations what a decision adds to tables that stand
 * @param misfits what is to be copied and the target cannot hold
 * @param faults what else is wrong with the wanted tables that stand in the target
 */
record Situation(
    WantedTables wanted,
    ApplicationAccounts accounts,
    DatabaseContents contents,
    List<FerryMark.Entry> marks,
    Ownership ownership,
    List<Alteration> alterations,
    List<Finding> misfits,
    List<Finding> faults) {

  static Situation read(Profile profile, Database source, Database target, Decisions decisions)
      throws SQLException {
    String sourceName = source.endpoint().database();
    String targetName = target.endpoint().database();
    try (Connection from = source.open();
        Connection to = target.openServer()) {
      if (SameDatabase.is(source, from, target, to)) {
        throw new StationFailure(
            "Preparing " + target + ": this is the source itself. Name another target database.");
      }
      Map<String, Table> schema = Catalog.schema(from, sourceName);
      Map<String, Map<String, CatalogColumn>> columns = Catalog.columnsByTable(from, sourceName);
      DecidedSchema decided = DecidedSchema.ask(from, profile, columns, schema, decisions);
      WantedTables wanted =
          new WantedTables(
              decided,
              schema,
              Catalog.partialKeys(from, sourceName),
              KeyLimits.of(to, profile.charset()));
      Map<String, Table> standing = Catalog.schema(to, targetName);
      List<Alteration> alterations = Alteration.of(decided, wanted.tables(), standing);
      DatabaseContents contents = DatabaseContents.read(to, targetName);
      List<FerryMark.Entry> marks = FerryMark.read(to, targetName);
      return new Situation(
          wanted,
          ApplicationAccounts.read(from, source, target),
          contents,
          marks,
          Ownership.of(contents, marks, FerryMark.name(source.endpoint()), profile.name()),
          alterations,
          CopyMisfits.of(from, decided, columns),
          StandingTables.faults(
              Catalog.tables(to, targetName),
              Alteration.done(standing, alterations),
              wanted.tables()));
    }
  }
}
