package org.fixtureferry.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.OrphanQuery;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/**
 * Asks the target, before the commit, whether every relation of the profile points at a row: with
 * foreign_key_checks off nobody else does.
 */
final class CheckRelations {
  private static final int SAMPLES = 5;

  private CheckRelations() {}

  static List<Finding> run(Connection connection, Profile profile) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (OrphanQuery query : OrphanQuery.all(profile)) {
      long orphans = Sql.number(connection, "SELECT COUNT(*) " + query.from());
      if (orphans > 0) {
        List<Finding.Sample> samples =
            Sql.list(
                connection,
                "SELECT "
                    + query.key()
                    + ", "
                    + query.reference()
                    + " "
                    + query.from()
                    + " LIMIT "
                    + SAMPLES,
                row ->
                    new Finding.Sample(row.getString(1), query.target() + " " + row.getString(2)));
        findings.add(
            Finding.of(
                    query.check(),
                    Severity.STOPS,
                    query.name() + " points at " + query.target() + " rows that do not exist.")
                .at(query.model(), query.table())
                .inColumn(query.column(), null)
                .counting(orphans, samples));
      }
    }
    return findings;
  }
}
