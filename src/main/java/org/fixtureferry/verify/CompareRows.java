package org.fixtureferry.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtureferry.django.Excludes;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Checksums;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.RowSum;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.view.DecidedSchema;
import org.fixtureferry.mysql.view.SourceView;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.verify.RowDifference.Kind;

/** Compares every table that the models live in, one after the other. */
final class CompareRows implements AutoCloseable {
  static final String CHECK = "rows";

  private final Profile profile;
  private final DecidedSchema decided;
  private final Excludes excludes;
  private final Side source;
  private final Side target;
  private final SourceView view;
  private final List<Acceptance> accepted;
  private final Alongside alongside = new Alongside();

  private final List<ComparedRows> compared = new ArrayList<>();
  private final Map<String, RowSum> sourceSums = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> unchecked = new ArrayList<>();
  private final Set<String> unreadable = new HashSet<>();

  CompareRows(
      DecidedSchema decided,
      Excludes excludes,
      Side source,
      Side target,
      SourceView view,
      List<Acceptance> accepted) {
    this.view = view;
    this.decided = decided;
    this.profile = decided.profile();
    this.excludes = excludes;
    this.source = source;
    this.target = target;
    this.accepted = accepted;
  }

  /** What the tables gave, line by line. */
  List<ComparedRows> compared() {
    return List.copyOf(compared);
  }

  /** Tables that could not be read on one side. */
  Set<String> unreadable() {
    return unreadable;
  }

  /** The sums of the source's rows, by table, of what was compared. */
  Map<String, RowSum> sourceSums() {
    return sourceSums;
  }

  Outcome compare(ProgressListener listener, Cancellation cancellation) throws SQLException {
    CompareTable tables = new CompareTable(source, target, alongside, cancellation);
    List<Counted> counted = count(TablePair.all(decided, source, target, view), cancellation);
    long total = counted.stream().mapToLong(Counted::sourceRows).sum();
    long done = 0;
    for (Counted table : counted) {
      cancellation.check();
      long before = done;
      compare(
          table,
          tables,
          rows ->
              listener.progressed(
                  new Progress(
                      Station.VERIFY,
                      "Comparing rows",
                      table.pair.table(),
                      rows,
                      table.sourceRows,
                      before + rows,
                      total)));
      done += table.sourceRows;
    }
    return new Outcome(CHECK, findings, unchecked);
  }

  /** A table with its number of rows on either side, asked for before they are compared. */
  private record Counted(TablePair pair, long sourceRows, long targetRows) {}

  private List<Counted> count(List<TablePair> pairs, Cancellation cancellation)
      throws SQLException {
    List<Counted> counted = new ArrayList<>();
    for (TablePair pair : pairs) {
      cancellation.check();
      counted.add(new Counted(pair, rows(source, pair), rows(target, pair)));
    }
    return counted;
  }

  private long rows(Side side, TablePair pair) throws SQLException {
    try {
      return side.count(pair.table());
    } catch (SQLException e) {
      Unreadable.reason(pair.table(), e);
      return 0; // comparing it will say why
    }
  }

  private void compare(
      Counted table, CompareTable tables, java.util.function.Consumer<Long> rowsDone)
      throws SQLException {
    TablePair pair = table.pair;
    TableDifferences differences = new TableDifferences(key -> isNamed(pair, key));
    boolean excluded =
        pair.owner().filter(model -> excludes.covers(model) && !model.hasNaturalKey()).isPresent();
    try {
      if (!target.has(pair.table()) || !source.has(pair.table())) {
        unchecked.add("Table " + pair.table() + " is not on both sides.");
      } else if (excluded) {
        findings.addAll(new CompareExcluded(profile, target).compare(pair, differences));
      } else {
        RowSum sum = tables.compare(pair, differences, rowsDone);
        sourceSums.put(pair.table(), pair.isWhole() ? sum : wholeSum(pair));
        findings.addAll(new DescribeDifferences(source, target).describe(pair, differences));
      }
    } catch (SQLException e) {
      unchecked.add(Unreadable.reason(pair.table(), e));
      unreadable.add(pair.table());
    }
    compared.add(
        new ComparedRows(
            line(table, differences, kind(pair, excluded)),
            differences.same(),
            decided(pair, excluded)));
  }

  /** Where the target lacks a column, the comparison's sums are not those that Export kept. */
  private RowSum wholeSum(TablePair pair) throws SQLException {
    return Checksums.sum(source.connection(), pair.whole(), Checksums.Chunk.WHOLE);
  }

  /** What the decisions did to a table's rows, counted on the server. */
  private Decided decided(TablePair pair, boolean excluded) throws SQLException {
    String table = pair.table();
    if (excluded || !view.touches(table) || !source.has(table)) {
      return Decided.NOTHING;
    }
    long rejected = count(table, view.rejecting().leftOut(table, "t").orElse("0"));
    String out = view.leftOut(table, "t").orElse("0");
    return new Decided(
        rejected,
        count(table, out) - rejected,
        count(
            table, "(" + view.changed(table, "t").orElse("0") + ") AND NOT IFNULL(" + out + ", 0)"),
        view.added(table));
  }

  private long count(String table, String condition) throws SQLException {
    return Sql.number(
        source.connection(),
        "SELECT COUNT(*) FROM " + Identifier.quote(table) + " t WHERE " + condition);
  }

  private boolean isNamed(TablePair pair, String key) {
    String printed = pair.printed(key);
    return accepted.stream()
        .anyMatch(each -> each.speaksOf(pair.label(), printed) || each.speaksOf(pair.label(), key));
  }

  private static LedgerClass kind(TablePair pair, boolean excluded) {
    if (excluded) {
      return LedgerClass.EXCLUDED;
    }
    return pair.isMatched() ? LedgerClass.MATCHED : LedgerClass.CARRIED;
  }

  private static TableLine line(Counted table, TableDifferences differences, LedgerClass kind) {
    return new TableLine(
        table.pair.owner().map(model -> model.label()).orElse(null),
        table.pair.source().field(),
        table.pair.table(),
        table.sourceRows,
        table.targetRows,
        differences.count(Kind.MISSING),
        differences.count(Kind.EXTRA),
        differences.count(Kind.DIFFERS),
        kind);
  }

  @Override
  public void close() {
    alongside.close();
  }
}
