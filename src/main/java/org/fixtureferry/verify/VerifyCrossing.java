package org.fixtureferry.verify;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixtureferry.django.Excludes;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.mysql.view.DecidedSchema;
import org.fixtureferry.mysql.view.SourceView;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;

/**
 * Compares the two databases as they are now: never the fixture, never what a load said of itself.
 */
public final class VerifyCrossing {
  private final Profile profile;
  private final Database source;
  private final Database target;
  private final VerifySettings settings;
  private final Clock clock;

  public VerifyCrossing(
      Profile profile, Database source, Database target, VerifySettings settings) {
    this(profile, source, target, settings, Clock.systemUTC());
  }

  public VerifyCrossing(
      Profile profile, Database source, Database target, VerifySettings settings, Clock clock) {
    this.profile = profile;
    this.source = source;
    this.target = target;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Writes nothing on either side.
   *
   * @throws StationFailure where a server cannot be asked
   * @throws Cancellation.Cancelled where a stop was asked for
   */
  public VerifyResult run(ProgressListener listener, Cancellation cancellation) {
    Instant started = clock.instant();
    listener.progressed(Progress.phase(Station.VERIFY, "Reading both catalogs"));
    try (Side left = Side.open(source);
        Side right = Side.open(target)) {
      Cancellation.Registration wakes = cancellation.whileBlocked(() -> abandon(left, right));
      try {
        return compare(left, right, started, listener, cancellation);
      } finally {
        wakes.close();
      }
    } catch (SQLException e) {
      cancellation.check();
      throw new StationFailure(
          "Comparing "
              + source
              + " with "
              + target
              + ": "
              + SqlFault.describe(e)
              + ". Nothing was written; verify again.",
          e);
    }
  }

  private VerifyResult compare(
      Side left, Side right, Instant started, ProgressListener listener, Cancellation cancellation)
      throws SQLException {
    Excludes excludes = Excludes.of(profile, settings.excludes());
    Owners owners = new Owners(profile);
    SourceView view =
        SourceView.ask(
            left.connection(),
            profile,
            left.columns(),
            left.schema(),
            settings.decisions(),
            cancellation::check);
    DecidedSchema decided = DecidedSchema.of(profile, left.schema(), view);
    CheckUnknownTables unknown = new CheckUnknownTables(decided, owners, left, right);
    CheckForeignKeys foreignKeys = new CheckForeignKeys(profile, owners, right);
    Map<String, Long> leftBehind = unknown.leftBehind();
    Acceptances acceptances = new Acceptances(settings.accepted());
    List<Outcome> outcomes = new ArrayList<>();

    outcomes.add(new CheckSchema(decided, owners, left, right).check());
    outcomes.add(CheckEngines.check(decided, owners, right));
    outcomes.add(CheckCharset.check(profile, owners, right));
    outcomes.add(foreignKeys.check());
    outcomes.add(new CheckAutoIncrement(profile, left, right, settings.exported()).check(excludes));
    outcomes.add(unknown.check(leftBehind));

    List<ComparedRows> compared;
    try (CompareRows rows =
        new CompareRows(decided, excludes, left, right, view, settings.accepted())) {
      outcomes.add(rows.compare(listener, cancellation));
      settings
          .exported()
          .map(meta -> CheckSourceUnchanged.check(meta, rows.sourceSums(), owners))
          .ifPresent(outcomes::add);
      compared = rows.compared();
      listener.progressed(Progress.phase(Station.VERIFY, "Proving texts beyond ASCII"));
      outcomes.add(
          new ProveCharset(left, right, excludes)
              .check(TablePair.all(decided, left, right, view), rows.unreadable(), cancellation));
    }
    listener.progressed(Progress.phase(Station.VERIFY, "Following every relation"));
    outcomes.add(new CheckRelations(profile, right).check());

    outcomes.replaceAll(acceptances::decide);
    Ledger ledger = ledger(compared, leftBehind, outcomes);
    outcomes.add(ledger.outcome());
    if (!settings.accepted().isEmpty()) {
      outcomes.add(acceptances.unused());
    }
    return new VerifyResult(
        profile.name(),
        source.endpoint().place(),
        target.endpoint().place(),
        left.version().toString(),
        right.version().toString(),
        started,
        clock.instant(),
        settings.excludes(),
        lines(compared, leftBehind, right),
        ledger.lines(),
        foreignKeys.count(),
        CheckEngines.notInnoDb(decided, right).size(),
        outcomes.stream().map(Outcome::result).toList(),
        outcomes.stream().flatMap(outcome -> outcome.findings().stream()).toList());
  }

  private static Ledger ledger(
      List<ComparedRows> compared, Map<String, Long> leftBehind, List<Outcome> outcomes) {
    List<Finding> findings =
        outcomes.stream()
            .filter(outcome -> outcome.check().equals(CompareRows.CHECK))
            .flatMap(outcome -> outcome.findings().stream())
            .toList();
    Ledger ledger = new Ledger();
    compared.forEach(
        rows -> ledger.enter(rows, VerifyResult.acceptedMissing(rows.line().table(), findings)));
    leftBehind.forEach(ledger::enterLeftBehind);
    return ledger;
  }

  private static List<TableLine> lines(
      List<ComparedRows> compared, Map<String, Long> leftBehind, Side right) throws SQLException {
    List<TableLine> lines = new ArrayList<>(compared.stream().map(ComparedRows::line).toList());
    for (Map.Entry<String, Long> table : leftBehind.entrySet()) {
      lines.add(
          new TableLine(
              null,
              null,
              table.getKey(),
              table.getValue(),
              right.count(table.getKey()),
              0,
              0,
              0,
              LedgerClass.LEFT_BEHIND));
    }
    return lines;
  }

  private static void abandon(Side left, Side right) {
    for (Side side : List.of(left, right)) {
      try {
        side.connection().abort(Runnable::run);
      } catch (SQLException e) {
        // It is being given up anyway.
      }
    }
  }
}
