package org.fixtureferry.prepare;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;

/**
 * Makes the target database: tables and foreign keys on InnoDB, content types, permissions, South's
 * history. Running it again finishes what is unfinished and changes nothing else.
 */
public final class PrepareTarget {
  private static final List<String> CHECKS =
      List.of(
          "length",
          "key-length",
          "unknown-table",
          "does-not-fit",
          "target-schema",
          "target-charset");

  private final Profile profile;
  private final Database source;
  private final Database target;
  private final PrepareSettings settings;
  private final Clock clock;

  public PrepareTarget(
      Profile profile, Database source, Database target, PrepareSettings settings, Clock clock) {
    this.profile = profile;
    this.source = source;
    this.target = target;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What it would do; changes nothing.
   *
   * @throws StationFailure where a server cannot be asked, or another database is named to be
   *     overwritten
   */
  public PreparePlan plan() {
    checkName();
    try {
      Situation found = Situation.read(profile, source, target, settings.decisions());
      return new PlanPreparation(profile, source, target, found, settings, clock).plan();
    } catch (SQLException e) {
      throw new StationFailure(
          "Preparing " + target + ", looking what stands: " + SqlFault.describe(e) + ".", e);
    }
  }

  /**
   * Does it. Where a finding stops it, nothing is made and the result says so.
   *
   * @throws StationFailure where the target holds something else, or a statement fails
   */
  public PrepareResult run(ProgressListener listener, Cancellation cancellation) {
    listener.progressed(Progress.phase(Station.PREPARE, "Looking what stands"));
    PreparePlan plan = allowed(plan());
    new RunStatements(target, plan).run(listener, cancellation);
    if (!plan.stops()) {
      listener.progressed(Progress.phase(Station.PREPARE, "Checking what was made"));
      check(plan);
    }
    return result(plan);
  }

  /** The statements that {@link #run} would run. */
  public List<String> sql() {
    return allowed(plan()).statements().stream().map(Statement::sql).toList();
  }

  /** The same as a text for the mysql client. */
  public String script() {
    return script(allowed(plan()));
  }

  /** A plan that {@link #plan} gave, as a text for the mysql client. */
  public String script(PreparePlan plan) {
    return PlanScript.text(plan, profile);
  }

  private void checkName() {
    String named = settings.overwrite();
    if (named != null && !named.equals(target.endpoint().database())) {
      throw new StationFailure(
          "Preparing "
              + target
              + ": --overwrite names "
              + named
              + ", which is not the target. Nothing was touched. Give the name of the target"
              + " database, or leave it out.");
    }
  }

  private static PreparePlan allowed(PreparePlan plan) {
    if (plan.refusal() != null) {
      throw new StationFailure(plan.refusal());
    }
    return plan;
  }

  /** A server may make something else than it was told, without a word: trust only its catalog. */
  private void check(PreparePlan plan) {
    try (Connection connection = target.open()) {
      String database = target.endpoint().database();
      Map<String, Table> standing = Catalog.schema(connection, database);
      List<String> faults = new ArrayList<>();
      plan.wanted().keySet().stream()
          .filter(table -> !standing.containsKey(table))
          .forEach(table -> faults.add("Table " + table + " is missing."));
      StandingTables.faults(Catalog.tables(connection, database), standing, plan.wanted())
          .forEach(fault -> faults.add(fault.text()));
      if (!faults.isEmpty()) {
        throw new StationFailure(
            "Preparing "
                + target
                + ": the server made something else than it was told. "
                + faults.stream().limit(10).collect(Collectors.joining(" "))
                + " Look at its engines and sql_mode, then prepare again.");
      }
    } catch (SQLException e) {
      throw new StationFailure(
          "Preparing " + target + ", checking what was made: " + SqlFault.describe(e) + ".", e);
    }
  }

  private static PrepareResult result(PreparePlan plan) {
    List<String> created = plan.tables(Statement.Kind.CREATE_TABLE);
    return new PrepareResult(
        plan.target(),
        plan.createsDatabase(),
        plan.tables(Statement.Kind.DROP_TABLE),
        created,
        plan.foreignKeys(),
        plan.rows(),
        plan.statements().stream().map(Statement::sql).toList(),
        plan.accounts(),
        plan.accountsNote(),
        CHECKS.stream().map(check -> outcome(check, plan.findings())).toList(),
        plan.findings());
  }

  private static CheckResult outcome(String check, List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.check().equals(check))
        ? CheckResult.finding(check)
        : CheckResult.pass(check);
  }
}
