package org.fixtureferry.prepare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.DatabaseContents;
import org.fixtureferry.mysql.FerryMark;
import org.fixtureferry.mysql.SameDatabase;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.StationFailure;

/**
 * What Prepare finds before it does anything.
 *
 * @param faults what is wrong with the wanted tables that stand in the target
 */
record Situation(
    WantedTables wanted,
    ApplicationAccounts accounts,
    DatabaseContents contents,
    List<FerryMark.Entry> marks,
    Ownership ownership,
    List<Finding> faults) {

  static Situation read(Profile profile, Database source, Database target) throws SQLException {
    String sourceName = source.endpoint().database();
    String targetName = target.endpoint().database();
    try (Connection from = source.open();
        Connection to = target.openServer()) {
      if (SameDatabase.is(source, from, target, to)) {
        throw new StationFailure(
            "Preparing " + target + ": this is the source itself. Name another target database.");
      }
      WantedTables wanted =
          new WantedTables(
              profile, Catalog.schema(from, sourceName), KeyLimits.of(to, profile.charset()));
      DatabaseContents contents = DatabaseContents.read(to, targetName);
      List<FerryMark.Entry> marks = FerryMark.read(to, targetName);
      return new Situation(
          wanted,
          ApplicationAccounts.read(from, source, target),
          contents,
          marks,
          Ownership.of(contents, marks, FerryMark.name(source.endpoint()), profile.name()),
          StandingTables.faults(to, targetName, wanted.tables()));
    }
  }
}
