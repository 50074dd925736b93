package org.fixtureferry.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.mysql.view.Doubt;
import org.fixtureferry.mysql.view.RowName;
import org.fixtureferry.mysql.view.SourceView;
import org.fixtureferry.report.Decisions;
import org.fixtureferry.report.StationFailure;

/** Opens a number of the ledger to its rows: asks the source, page by page. */
public final class ListLedgerRows {
  private static final int SIZE = 50;
  private static final String ROW = "t";

  private final Profile profile;
  private final Database source;
  private final Decisions decisions;

  public ListLedgerRows(Profile profile, Database source, Decisions decisions) {
    this.profile = profile;
    this.source = source;
    this.decisions = decisions;
  }

  /**
   * @param table one of those that the ledger counts in this class
   * @param page from 1; one beyond the last gives the last
   * @throws StationFailure where the source cannot be asked
   */
  public LedgerRows page(LedgerClass kind, String table, int page) {
    try (Side side = Side.open(source)) {
      if (!side.has(table)) {
        throw new StationFailure(
            "Listing the rows of " + table + ": " + source + " has no such table any more.");
      }
      SourceView view =
          SourceView.ask(
              side.connection(), profile, side.columns(), side.schema(), decisions, () -> {});
      return list(side, view, kind, table, page);
    } catch (SQLException e) {
      throw new StationFailure(
          "Listing the rows of "
              + table
              + " at "
              + source
              + ": "
              + SqlFault.describe(e)
              + ". Then open the page again.",
          e);
    }
  }

  private LedgerRows list(Side side, SourceView view, LedgerClass kind, String table, int page)
      throws SQLException {
    Optional<Model> model = owner(table);
    String key = model.map(each -> RowName.key(each, table)).orElseGet(() -> firstKey(side, table));
    String text = model.map(each -> RowName.text(profile, each, table)).orElse("''");
    boolean secret = model.filter(each -> RowName.isSecretKey(profile, each, table)).isPresent();
    String from =
        " FROM " + Identifier.quote(table) + " " + ROW + " WHERE " + condition(view, kind, table);
    long all = Sql.number(side.connection(), "SELECT COUNT(*)" + from);
    int pages = (int) Math.max(1, (all + SIZE - 1) / SIZE);
    int shown = Math.min(Math.max(1, page), pages);
    List<LedgerRows.Row> rows =
        Sql.list(
            side.connection(),
            "SELECT "
                + String.join(", ", key, text, reason(view, kind, table))
                + from
                + " ORDER BY 1 LIMIT "
                + SIZE
                + " OFFSET "
                + (long) (shown - 1) * SIZE,
            row ->
                new LedgerRows.Row(
                    RowName.shown(row.getString(1), secret),
                    Optional.ofNullable(row.getString(2)).orElse(""),
                    row.getString(3)));
    return new LedgerRows(rows, all, shown, pages);
  }

  /** True for the rows of a class; the comparison's own differences are told elsewhere. */
  private static String condition(SourceView view, LedgerClass kind, String table) {
    String out = orFalse(view.leftOut(table, ROW));
    String rejected = orFalse(view.rejecting().leftOut(table, ROW));
    String changed = orFalse(view.changed(table, ROW));
    return switch (kind) {
      case REJECTED -> rejected;
      case LEFT_OUT -> out + " AND NOT " + rejected;
      case CHANGED -> changed + " AND NOT " + out;
      case CARRIED -> "NOT " + changed + " AND NOT " + out;
      case MATCHED -> "NOT " + out;
      case EXCLUDED, LEFT_BEHIND -> "1";
    };
  }

  private static String orFalse(Optional<String> condition) {
    return "IFNULL(" + condition.orElse("0") + ", 0)";
  }

  /** "orphan-foreign-key (instid): leave-out" for each finding of the row itself. */
  private static String reason(SourceView view, LedgerClass kind, String table) {
    List<String> reasons = new ArrayList<>();
    for (SourceView.Found found : view.found()) {
      Doubt doubt = found.doubt();
      if (doubt.table().equals(table)) {
        String words =
            doubt.check()
                + (doubt.field() == null ? "" : " (" + doubt.field() + ")")
                + ": "
                + view.decided(doubt);
        reasons.add(
            "IF(IFNULL("
                + doubt.wrong().apply(ROW)
                + ", 0), "
                + Identifier.literal(words)
                + ", NULL)");
      }
    }
    boolean needs = kind == LedgerClass.REJECTED || kind == LedgerClass.LEFT_OUT;
    String otherwise = needs ? "'with the row that it needs'" : "''";
    return reasons.isEmpty()
        ? otherwise
        : "IFNULL(NULLIF(CONCAT_WS('; ', "
            + String.join(", ", reasons)
            + "), ''), "
            + otherwise
            + ")";
  }

  private Optional<Model> owner(String table) {
    return profile
        .modelOfTable(table)
        .or(
            () ->
                profile.manyToManyRelations().stream()
                    .filter(owned -> owned.relation().table().equals(table))
                    .map(Profile.OwnedRelation::owner)
                    .findFirst());
  }

  /** Of a table that no model knows: its first column, which mostly is its key. */
  private static String firstKey(Side side, String table) {
    CatalogColumn first = side.columns().get(table).values().iterator().next();
    return Lookups.column(ROW, first.column().name());
  }
}
