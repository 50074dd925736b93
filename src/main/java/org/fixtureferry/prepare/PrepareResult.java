package org.fixtureferry.prepare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;

/**
 * What Prepare did.
 *
 * @param rows rows made, by table
 * @param statements what was run, in order; empty where all stood already
 * @param accounts the application's own accounts on the source, and what they need on the target
 * @param accountsNote what could not be read of them; null where nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrepareResult(
    String target,
    boolean databaseCreated,
    List<String> tablesDropped,
    List<String> tablesCreated,
    int foreignKeysCreated,
    Map<String, Integer> rows,
    List<String> statements,
    List<OfferedAccount> accounts,
    String accountsNote,
    List<CheckResult> checks,
    List<Finding> findings)
    implements StationResult {
  public PrepareResult {
    tablesDropped = List.copyOf(tablesDropped);
    tablesCreated = List.copyOf(tablesCreated);
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    statements = List.copyOf(statements);
    accounts = List.copyOf(accounts);
    checks = List.copyOf(checks);
    findings = List.copyOf(findings);
  }

  @Override
  public Station station() {
    return Station.PREPARE;
  }

  public int rowsCreated() {
    return rows.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The same result after decisions. */
  public PrepareResult withFindings(List<Finding> decided) {
    return new PrepareResult(
        target,
        databaseCreated,
        tablesDropped,
        tablesCreated,
        foreignKeysCreated,
        rows,
        statements,
        accounts,
        accountsNote,
        checks,
        decided);
  }

  @Override
  public String summary() {
    if (!good()) {
      return "Nothing made: "
          + findings.stream().filter(Finding::stops).count()
          + " findings stop.";
    }
    return statements.isEmpty()
        ? "Everything stands already"
        : String.format(
            Locale.ROOT,
            "%s%d tables, %d foreign keys, %d rows",
            databaseCreated ? "database, " : "",
            tablesCreated.size(),
            foreignKeysCreated,
            rowsCreated());
  }
}
