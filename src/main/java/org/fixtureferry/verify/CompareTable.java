package org.fixtureferry.verify;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.fixtureferry.mysql.Checksums;
import org.fixtureferry.mysql.Checksums.Chunk;
import org.fixtureferry.mysql.RowSum;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.verify.RowDifference.Kind;

/**
 * Compares one table: checksums chunk by chunk, both servers at work at once; a chunk whose sums
 * differ is read row by row.
 */
final class CompareTable {
  private final Side source;
  private final Side target;
  private final Alongside alongside;
  private final Cancellation cancellation;

  CompareTable(Side source, Side target, Alongside alongside, Cancellation cancellation) {
    this.source = source;
    this.target = target;
    this.alongside = alongside;
    this.cancellation = cancellation;
  }

  /**
   * Puts what it finds into {@code differences}.
   *
   * @param rowsDone hears how many source rows have been looked at
   * @return the sum of the source's rows
   */
  RowSum compare(TablePair pair, TableDifferences differences, Consumer<Long> rowsDone)
      throws SQLException {
    RowSum total = RowSum.NOTHING;
    for (Chunk chunk : Checksums.chunks(source.connection(), pair.source())) {
      cancellation.check();
      RowSum sum = compare(pair, chunk, differences);
      total = total.plus(sum);
      rowsDone.accept(total.count());
    }
    return total;
  }

  private RowSum compare(TablePair pair, Chunk chunk, TableDifferences differences)
      throws SQLException {
    Alongside.Both<RowSum> sums =
        alongside.both(
            () -> Checksums.sum(source.connection(), pair.source(), chunk),
            () -> Checksums.sum(target.connection(), pair.target(), chunk));
    if (sums.source().equals(sums.target())) {
      differences.same(sums.source().count());
    } else {
      merge(pair, chunk, differences);
    }
    return sums.source();
  }

  private void merge(TablePair pair, Chunk chunk, TableDifferences differences)
      throws SQLException {
    try (KeyedRows left = KeyedRows.open(source.connection(), pair.source(), chunk);
        KeyedRows right = KeyedRows.open(target.connection(), pair.target(), chunk)) {
      while (!left.ended() || !right.ended()) {
        cancellation.check();
        int order = left.compareTo(right);
        if (order < 0) {
          differences.add(Kind.MISSING, left.key(), List.of());
          left.advance();
        } else if (order > 0) {
          differences.add(Kind.EXTRA, right.key(), List.of());
          right.advance();
        } else {
          compareRow(left, right, differences);
          left.advance();
          right.advance();
        }
      }
    }
  }

  private static void compareRow(KeyedRows left, KeyedRows right, TableDifferences differences) {
    List<Integer> columns = left.differences(right);
    if (columns.isEmpty()) {
      differences.same(1);
    } else {
      differences.add(Kind.DIFFERS, left.key(), columns);
    }
  }
}
