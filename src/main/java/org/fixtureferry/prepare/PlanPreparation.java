package org.fixtureferry.prepare;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixtureferry.django.InitialRows;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.CreateTable;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.FerryMark;
import org.fixtureferry.mysql.FirstRows;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.report.Finding;

/** Decides what has to be done, from what was found. Asks no server. */
final class PlanPreparation {
  private static final String PREPARING = "preparing";
  private static final String PREPARED = "prepared";

  private final Profile profile;
  private final Database source;
  private final Database target;
  private final Situation found;
  private final Clock clock;
  private final boolean overwrite;
  private final List<Statement> statements = new ArrayList<>();
  private final Map<String, Integer> rows = new LinkedHashMap<>();

  PlanPreparation(
      Profile profile,
      Database source,
      Database target,
      Situation found,
      PrepareSettings settings,
      Clock clock) {
    this.profile = profile;
    this.source = source;
    this.target = target;
    this.found = found;
    this.clock = clock;
    this.overwrite = overwrites(settings.overwrite() != null, found);
  }

  /** Ours is never dropped on a word that is not needed: only where its tables are wrong. */
  private static boolean overwrites(boolean allowed, Situation found) {
    return switch (found.ownership()) {
      case MISSING, EMPTY -> false;
      case OURS -> allowed && !found.faults().isEmpty();
      case FOREIGN -> allowed;
    };
  }

  PreparePlan plan() {
    JudgeTarget judgement = new JudgeTarget(profile, target, found);
    String refusal =
        found.ownership() == Ownership.FOREIGN && !overwrite ? judgement.refusal() : null;
    List<Finding> findings = judgement.findings(refusal == null && !overwrite);
    if (refusal == null && findings.stream().noneMatch(Finding::stops)) {
      decide();
    }
    return new PreparePlan(
        target.toString(),
        found.ownership(),
        judgement.madeFor(),
        found.contents(),
        refusal,
        statements,
        found.accounts().offered(),
        found.accounts().note(),
        findings,
        found.wanted().tables(),
        rows);
  }

  private void decide() {
    List<String> missing =
        found.wanted().tables().keySet().stream().filter(this::isMissing).toList();
    List<Alteration> alterations = overwrite ? List.of() : found.alterations();
    if (missing.isEmpty() && alterations.isEmpty() && isPrepared()) {
      return;
    }
    selectDatabase();
    session();
    if (overwrite) {
      found.contents().tables().forEach(table -> drop(table.name()));
    }
    markBegin();
    missing.forEach(this::create);
    alterations.forEach(each -> add(Statement.Kind.ALTER_TABLE, each.table(), each.sql()));
    insertRows(missing);
    add(Statement.Kind.SESSION, null, "SET FOREIGN_KEY_CHECKS = 1");
  }

  private boolean isMissing(String table) {
    return overwrite || !found.contents().has(table);
  }

  private boolean isPrepared() {
    return !overwrite && found.marks().stream().anyMatch(mark -> mark.step().equals(PREPARED));
  }

  private void selectDatabase() {
    String name = Identifier.quote(target.endpoint().database());
    if (found.ownership() == Ownership.MISSING) {
      add(
          Statement.Kind.CREATE_DATABASE,
          null,
          "CREATE DATABASE "
              + name
              + " CHARACTER SET "
              + profile.charset()
              + " COLLATE "
              + profile.collation());
    }
    add(Statement.Kind.SELECT_DATABASE, null, "USE " + name);
  }

  private void session() {
    add(Statement.Kind.SESSION, null, "SET NAMES " + profile.charset());
    add(
        Statement.Kind.SESSION,
        null,
        "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION'");
    // Tables point at each other in circles: no order of making them would do.
    add(Statement.Kind.SESSION, null, "SET FOREIGN_KEY_CHECKS = 0");
  }

  private void drop(String table) {
    add(Statement.Kind.DROP_TABLE, table, "DROP TABLE " + Identifier.quote(table));
  }

  /**
   * Before any table: so that a run that breaks off leaves a database which is known to be ours.
   */
  private void markBegin() {
    boolean stands = !overwrite && found.contents().has(FerryMark.TABLE);
    if (!stands) {
      add(Statement.Kind.MARK, null, FerryMark.createTable());
    }
    if (stands && isPrepared()) {
      add(
          Statement.Kind.MARK,
          null,
          "DELETE FROM " + FerryMark.TABLE + " WHERE step = " + Identifier.literal(PREPARED));
    }
    FerryMark.Entry begin = mark(PREPARING);
    boolean begun =
        stands
            && found.marks().stream()
                .anyMatch(
                    each -> each.step().equals(begin.step()) && each.key().equals(begin.key()));
    if (!begun) {
      add(Statement.Kind.MARK, null, FerryMark.insert(begin));
    }
  }

  private void create(String table) {
    add(Statement.Kind.CREATE_TABLE, table, createTable(found.wanted().tables().get(table)));
  }

  /**
   * Rows and the last mark in one transaction. Into a table that stood before only where the run
   * that made it broke off, and it is still empty.
   */
  private void insertRows(List<String> made) {
    add(Statement.Kind.SESSION, null, "START TRANSACTION");
    for (InitialRows first : FirstRows.of(profile, clock).values()) {
      boolean unfinished = !isPrepared() && found.contents().rowsOf(first.table()) == 0;
      if (made.contains(first.table()) || unfinished) {
        add(Statement.Kind.INSERT, first.table(), FirstRows.insert(first));
        rows.put(first.table(), first.rows().size());
      }
    }
    add(Statement.Kind.MARK, null, FerryMark.insert(mark(PREPARED)));
    add(Statement.Kind.SESSION, null, "COMMIT");
  }

  private FerryMark.Entry mark(String step) {
    return new FerryMark.Entry(
        FerryMark.name(source.endpoint()), profile.name(), step, ddlHash(), clock.instant());
  }

  /** Names what the target was made as: the hash of every CREATE TABLE. */
  private String ddlHash() {
    String ddl =
        found.wanted().tables().values().stream()
            .map(this::createTable)
            .collect(Collectors.joining(";\n"));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(ddl.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private String createTable(Table table) {
    return CreateTable.sql(profile, table, CreateTable.Engine.INNODB);
  }

  private void add(Statement.Kind kind, String table, String sql) {
    statements.add(new Statement(kind, table, sql));
  }
}
