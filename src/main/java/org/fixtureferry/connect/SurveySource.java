package org.fixtureferry.connect;

import static org.fixtureferry.report.Finding.of;
import static org.fixtureferry.report.Severity.STOPS;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixtureferry.django.Excludes;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.FerryMark;
import org.fixtureferry.mysql.Grants;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.SameDatabase;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.mysql.view.DescribeDoubts;
import org.fixtureferry.mysql.view.ExcludeCost;
import org.fixtureferry.mysql.view.SourceView;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Decisions;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;

/** Surveys the source, and looks at the target. Nothing is written to either. */
public final class SurveySource {
  private final Profile profile;
  private final Database source;
  private final Database target;
  private final SurveySettings settings;

  public SurveySource(Profile profile, Database source, Database target, SurveySettings settings) {
    this.profile = profile;
    this.source = source;
    this.target = target;
    this.settings = settings;
  }

  /**
   * Asks both servers.
   *
   * @throws StationFailure where the source cannot be read; a target that cannot be reached is a
   *     finding
   */
  public Survey run(ProgressListener listener, Cancellation cancellation) {
    listener.progressed(Progress.phase(Station.CONNECT, "Asking the source"));
    Probe asked = new ProbeServer(source, settings.lock()).run();
    try (Connection connection = openSource(asked)) {
      return survey(connection, asked, listener, cancellation);
    } catch (SQLException e) {
      throw new StationFailure(
          "Surveying " + source + ": " + SqlFault.describe(e) + ". Then survey again.", e);
    }
  }

  private Survey survey(
      Connection connection, Probe asked, ProgressListener listener, Cancellation cancellation)
      throws SQLException {
    String database = source.endpoint().database();
    Findings findings = new Findings();
    CheckAccounts.source(asked, findings);
    boolean lockGranted = CheckAccounts.lock(asked, settings.lock(), findings);

    listener.progressed(Progress.phase(Station.CONNECT, "Reading the schema"));
    SourceSchema schema = SourceSchema.read(profile, connection, database);
    List<SurveyedTable> tables =
        new CountTables(profile, schema, findings)
            .run(connection, database, listener, cancellation);
    CheckSchema.missing(schema, findings);
    CheckSchema.unknown(schema, tables, findings);
    CheckSchema.types(schema, findings);
    CheckSchema.charsets(schema, findings);
    List<String> programs = Catalog.programs(connection, database);
    CheckSchema.programs(programs, unseen(connection, database), findings);
    SouthHistory south = south(connection, schema, findings);

    doubtRows(connection, schema, findings, listener, cancellation);
    cancellation.check();
    listener.progressed(Progress.phase(Station.CONNECT, "Asking the target"));
    Probe targetAsked = askTarget(connection, findings);
    return new Survey(
        asked,
        targetAsked,
        tables,
        schema.unknownTables(),
        schema.unknownColumns(),
        schema.missingTables(),
        schema.missingColumns(),
        programs,
        south,
        schema.foreignKeys(),
        lockGranted,
        HoldEstimate.seconds(tables),
        findings.checks(),
        findings.findings());
  }

  /** Where the account may not, the message says what would let it. */
  private Connection openSource(Probe asked) {
    if (!asked.databaseVisible()) {
      try {
        return source.open();
      } catch (StationFailure e) {
        throw asked.lacks("SELECT")
            ? new StationFailure(e.getMessage() + " It needs: " + asked.grantsInOneLine(), e)
            : e;
      }
    }
    if (asked.lacks("SELECT")) {
      throw new StationFailure(
          "Surveying "
              + source
              + ": the account "
              + asked.account()
              + " may not read all of the database. Have this run there, then survey again: "
              + asked.grantsInOneLine());
    }
    return source.open();
  }

  /** Rows that MyISAM let in and the target or Django would not: see {@link SourceView}. */
  private void doubtRows(
      Connection connection,
      SourceSchema schema,
      Findings findings,
      ProgressListener listener,
      Cancellation cancellation)
      throws SQLException {
    listener.progressed(
        Progress.phase(Station.CONNECT, "Looking for rows that are not as they should be"));
    SourceView view =
        SourceView.ask(
            connection,
            profile,
            schema.byName(),
            schema.tables(),
            Decisions.NONE,
            cancellation::check);
    view.asked().forEach(findings::check);
    DescribeDoubts.of(connection, profile, view).forEach(findings::add);
    findings.check(ExcludeCost.CHECK);
    ExcludeCost.of(
            connection, profile, Excludes.of(profile, settings.exclude()), schema.byName(), view)
        .forEach(findings::add);
  }

  /** Kinds of programs that SHOW and information_schema keep from this account. */
  private static List<String> unseen(Connection connection, String database) throws SQLException {
    Grants grants = Grants.ofCurrentUser(connection);
    List<String> unseen = new ArrayList<>();
    if (!grants.allows("TRIGGER", database)) {
      unseen.add("triggers");
    }
    if (!grants.allows("EXECUTE", database) && !grants.allows("ALTER ROUTINE", database)) {
      unseen.add("routines");
    }
    if (!grants.allows("EVENT", database)) {
      unseen.add("events");
    }
    return unseen;
  }

  private SouthHistory south(Connection connection, SourceSchema schema, Findings findings)
      throws SQLException {
    String table = profile.south().table();
    Table actual = schema.tables().get(table);
    Set<SouthHistory.Applied> applied = new LinkedHashSet<>();
    if (actual != null
        && actual.column("app_name").isPresent()
        && actual.column("migration").isPresent()) {
      applied.addAll(
          Sql.list(
              connection,
              "SELECT app_name, migration FROM " + Identifier.quote(table) + " ORDER BY 1, 2",
              row -> new SouthHistory.Applied(row.getString(1), row.getString(2))));
    }
    SouthHistory history = SouthHistory.judge(profile.south(), applied, schema.tables());
    CheckSouth.judge(history, table, findings);
    return history;
  }

  private Probe askTarget(Connection sourceConnection, Findings findings) throws SQLException {
    findings.check("target");
    Probe asked;
    try {
      asked = new ProbeServer(target, settings.lock()).run();
    } catch (StationFailure e) {
      findings.add(of("target", STOPS, e.getMessage()));
      return null;
    }
    CheckAccounts.target(asked, findings);
    String ours = FerryMark.name(source.endpoint()) + " (" + profile.name() + ")";
    if (isTheSource(sourceConnection)) {
      findings.add(
          of("target", STOPS, "The target " + target + " is the source itself. Name another."));
    } else {
      CheckAccounts.contents(asked, ours.equals(asked.madeFor()), findings);
    }
    return asked;
  }

  private boolean isTheSource(Connection sourceConnection) throws SQLException {
    try (Connection targetConnection = target.openServer()) {
      return SameDatabase.is(source, sourceConnection, target, targetConnection);
    }
  }
}
