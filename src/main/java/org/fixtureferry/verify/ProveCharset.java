package org.fixtureferry.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fixtureferry.django.Excludes;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.ComparedColumn;
import org.fixtureferry.mysql.ComparedTable;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Wording;

/**
 * Proves for every text column by one value beyond ASCII, where it holds any, that charsets and
 * connections on the way have changed no byte.
 */
final class ProveCharset {
  static final String CHECK = "charset-proof";

  /** More characters than any value has. */
  private static final long WHOLE = 2_000_000_000L;

  private final Side source;
  private final Side target;
  private final Excludes excludes;
  private int proven;
  private int differing;
  private int plain;

  ProveCharset(Side source, Side target, Excludes excludes) {
    this.source = source;
    this.target = target;
    this.excludes = excludes;
  }

  Outcome check(List<TablePair> pairs, Set<String> unreadable, Cancellation cancellation)
      throws SQLException {
    for (TablePair pair : pairs) {
      boolean compared =
          source.has(pair.table())
              && target.has(pair.table())
              && !unreadable.contains(pair.table())
              && !pair.isMatched()
              && pair.owner().filter(excludes::covers).isEmpty();
      for (int place = 0; compared && place < pair.source().columns().size(); place++) {
        if (isText(pair.table(), pair.source().columns().get(place))) {
          cancellation.check();
          prove(pair, place);
        }
      }
    }
    String remark =
        "One value beyond ASCII of each of "
            + Wording.count(proven, "text column")
            + " is the same on both sides, byte for byte; "
            + Wording.number(plain)
            + " hold none."
            + (differing == 0 ? "" : " Of " + Wording.number(differing) + " it is not the same.");
    return new Outcome(CHECK, List.of(), List.of(), remark);
  }

  private boolean isText(String table, ComparedColumn column) {
    return Optional.ofNullable(source.columns().get(table).get(column.column()))
        .flatMap(CatalogColumn::charset)
        .isPresent();
  }

  private void prove(TablePair pair, int place) throws SQLException {
    ComparedColumn column = pair.source().columns().get(place);
    Optional<String> key = withSuch(pair.source(), column);
    if (key.isEmpty()) {
      plain++;
      return;
    }
    String there =
        new ReadValue(
                target.connection(), pair.target(), pair.target().columns().get(place), key.get())
            .hash(WHOLE);
    String here = new ReadValue(source.connection(), pair.source(), column, key.get()).hash(WHOLE);
    if (here.equals(there)) {
      proven++;
    } else {
      differing++; // a finding of the row's own tells it
    }
  }

  /** The key of a row whose value needs more bytes than it has characters. */
  private Optional<String> withSuch(ComparedTable table, ComparedColumn column)
      throws SQLException {
    return Sql.first(
        source.connection(),
        "SELECT "
            + table.keyBytes()
            + " FROM "
            + table.from()
            + " WHERE LENGTH("
            + column.expression()
            + ") > CHAR_LENGTH("
            + column.expression()
            + ") LIMIT 1",
        row -> new String(row.getBytes(1), UTF_8));
  }
}
