package org.fixtureferry.connect;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;

/**
 * What Connect found.
 *
 * @param target null where the target could not be reached: a finding says why
 * @param tables every base table of the source, by name
 * @param unknownTables those that no model knows
 * @param missingTables tables of the profile that the source lacks
 * @param missingColumns likewise, "table.column"
 * @param programs views, triggers, routines and events that the account can see
 * @param lockGranted whether the account may take the lock that the settings ask for
 * @param holdSeconds how long the site will be held during Export, estimated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Survey(
    Probe source,
    Probe target,
    List<SurveyedTable> tables,
    List<String> unknownTables,
    List<UnknownColumn> unknownColumns,
    List<String> missingTables,
    List<String> missingColumns,
    List<String> programs,
    SouthHistory south,
    List<DeclaredForeignKey> foreignKeys,
    boolean lockGranted,
    long holdSeconds,
    List<CheckResult> checks,
    List<Finding> findings)
    implements StationResult {
  public Survey {
    tables = List.copyOf(tables);
    unknownTables = List.copyOf(unknownTables);
    unknownColumns = List.copyOf(unknownColumns);
    missingTables = List.copyOf(missingTables);
    missingColumns = List.copyOf(missingColumns);
    programs = List.copyOf(programs);
    foreignKeys = List.copyOf(foreignKeys);
    checks = List.copyOf(checks);
    findings = List.copyOf(findings);
  }

  @Override
  public Station station() {
    return Station.CONNECT;
  }

  public long rows() {
    return tables.stream().mapToLong(table -> Math.max(0, table.rows())).sum();
  }

  public Optional<SurveyedTable> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** The same survey after decisions. */
  public Survey withFindings(List<Finding> decided) {
    return new Survey(
        source,
        target,
        tables,
        unknownTables,
        unknownColumns,
        missingTables,
        missingColumns,
        programs,
        south,
        foreignKeys,
        lockGranted,
        holdSeconds,
        checks,
        decided);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s, %,d tables, %,d rows, South history %s",
        source.version(),
        tables.size(),
        rows(),
        south.state().slug());
  }
}
