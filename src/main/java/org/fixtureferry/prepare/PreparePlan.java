package org.fixtureferry.prepare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.DatabaseContents;
import org.fixtureferry.report.Finding;

/**
 * What Prepare would do.
 *
 * @param target "eduroam_10 @ host:3306"
 * @param ownership whose the target is
 * @param madeFor what its mark names, "host:port/database (profile)"; null where it has none
 * @param contents what the target holds now
 * @param refusal why nothing may be done, and what to say for it; null where it may
 * @param statements in order; empty where nothing has to be done, or something stops
 * @param accounts the application's own accounts on the source, and what they need on the target
 * @param accountsNote what could not be read of them; null where nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreparePlan(
    String target,
    Ownership ownership,
    String madeFor,
    DatabaseContents contents,
    String refusal,
    List<Statement> statements,
    List<OfferedAccount> accounts,
    String accountsNote,
    List<Finding> findings,
    @JsonIgnore Map<String, Table> wanted,
    @JsonIgnore Map<String, Integer> rows) {
  public PreparePlan {
    statements = List.copyOf(statements);
    accounts = List.copyOf(accounts);
    findings = List.copyOf(findings);
    wanted = wanted == null ? Map.of() : wanted;
    rows = rows == null ? Map.of() : rows;
  }

  /** Whether something has to be decided or mended first. */
  public boolean stops() {
    return findings.stream().anyMatch(Finding::stops);
  }

  /** The tables that statements of a kind speak of. */
  public List<String> tables(Statement.Kind kind) {
    return statements.stream()
        .filter(statement -> statement.kind() == kind)
        .map(Statement::table)
        .toList();
  }

  public boolean createsDatabase() {
    return statements.stream()
        .anyMatch(statement -> statement.kind() == Statement.Kind.CREATE_DATABASE);
  }

  /** How many foreign keys the tables that it creates declare. */
  public int foreignKeys() {
    return tables(Statement.Kind.CREATE_TABLE).stream()
        .mapToInt(table -> wanted.get(table).foreignKeys().size())
        .sum();
  }

  /** How many first rows it puts into them. */
  public int firstRows() {
    return rows.values().stream().mapToInt(Integer::intValue).sum();
  }
}
