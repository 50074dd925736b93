package org.fixtureferry.mysql.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.ValueKind;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.RowStream;
import org.fixtureferry.mysql.Utf8;

/**
 * Looks at the values that SQL can only doubt, one at a time, and names those that are wrong by
 * their keys; the others are few, or nobody would doubt them.
 */
final class LookCloser {
  private LookCloser() {}

  static Optional<SourceView.Found> at(Connection connection, Profile profile, Doubt doubt)
      throws SQLException {
    String key = doubt.model().primaryKey().column();
    boolean number = profile.kindOf(doubt.model().primaryKey()) == ValueKind.INTEGER;
    List<String> right = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    String sql =
        "SELECT "
            + Lookups.column("t", key)
            + ", "
            + Lookups.column("t", doubt.column())
            + " FROM "
            + Identifier.quote(doubt.table())
            + " t WHERE "
            + doubt.wrong().apply("t");
    try (RowStream rows = RowStream.open(connection, sql)) {
      while (rows.next()) {
        String pk = Utf8.decode(rows.bytes(1).orElseThrow());
        boolean isRight = doubt.unless().test(Utf8.decode(rows.bytes(2).orElseThrow()));
        (isRight ? right : wrong).add(number ? pk : Identifier.literal(pk));
      }
    }
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    Doubt sure =
        right.isEmpty()
            ? doubt
            : doubt.narrowedBy(
                alias ->
                    Lookups.column(alias, key)
                        + (right.size() < wrong.size() ? " NOT IN " : " IN ")
                        + (right.size() < wrong.size() ? right : wrong)
                            .stream().collect(Collectors.joining(", ", "(", ")")));
    return Optional.of(new SourceView.Found(sure, wrong.size()));
  }
}
