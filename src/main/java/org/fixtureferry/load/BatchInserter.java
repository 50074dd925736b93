package org.fixtureferry.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.mysql.Utf8;
import org.fixtureferry.report.SecretHash;
import org.fixtureferry.report.StationFailure;

/**
 * Writes what a batch lacks in the target: one INSERT of many rows for the model's table, one for
 * each many-to-many table. What changes was deleted before, so that a row that stands now is right
 * as it is.
 */
final class BatchInserter {
  /** Rows of two numbers a statement: far below every max_allowed_packet. */
  private static final int ENDS = 5_000;

  private final Connection connection;
  private final Profile profile;
  private final Changes changes;
  private final Map<String, Map<String, String>> placeholders;
  private final boolean ownExport;

  /**
   * @param ownExport whether a pair of surrogates can only have been stored as two: the source of
   *     an export of ours has no character of four bytes, or the export would have stopped
   * @param placeholders what columns that no model knows hold at first, as SQL by table and column
   */
  BatchInserter(
      Connection connection,
      Profile profile,
      Changes changes,
      Map<String, Map<String, String>> placeholders,
      boolean ownExport) {
    this.ownExport = ownExport;
    this.placeholders = placeholders;
    this.connection = connection;
    this.profile = profile;
    this.changes = changes;
  }

  void insert(FixtureBatches.Batch batch) throws SQLException {
    Model model = batch.model();
    TargetTable table = new TargetTable(connection, profile, model);
    List<String> pks = batch.rows().stream().map(ExpectedRow::pk).toList();
    Set<String> standing = table.existing(pks);
    List<ExpectedRow> missing =
        batch.rows().stream().filter(row -> !standing.contains(row.pk())).toList();
    try {
      insertRows(model, missing);
    } catch (SQLException e) {
      throw SqlFault.isOfARow(e) ? offender(batch, missing, e) : failure(batch, "", e);
    }
    for (ManyToMany relation : model.manyToMany()) {
      Set<String> owners = table.ends(relation, pks).keySet();
      insertEnds(
          model,
          relation,
          batch.rows().stream()
              .filter(
                  row ->
                      row.relations().containsKey(relation.table())
                          && !owners.contains(row.pk())
                          && !changes.isKept(model, row.pk()))
              .toList());
    }
  }

  private void insertRows(Model model, List<ExpectedRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    List<String> columns = new ArrayList<>();
    columns.add(model.primaryKey().column());
    model.dataFields().stream().map(Field::column).forEach(columns::add);
    try (PreparedStatement insert =
        connection.prepareStatement(
            sql(model.table(), columns, placeholders.getOrDefault(model.table(), Map.of())))) {
      for (ExpectedRow row : rows) {
        int index = 1;
        insert.setString(index++, row.pk());
        for (String value : row.values().values()) {
          if (value == null) {
            insert.setNull(index++, Types.VARCHAR);
          } else if (Utf8.hasSurrogate(value) && (ownExport || Utf8.hasLoneSurrogate(value))) {
            insert.setBytes(index++, Utf8.encode(value, ownExport));
          } else {
            insert.setString(index++, value);
          }
        }
        insert.addBatch(); // the driver rewrites the batch into one INSERT of many rows
      }
      insert.executeBatch();
    }
  }

  private void insertEnds(Model model, ManyToMany relation, List<ExpectedRow> rows)
      throws SQLException {
    int count = 0;
    try (PreparedStatement insert =
        connection.prepareStatement(
            sql(
                relation.table(),
                List.of(relation.column(), relation.reverseColumn()),
                Map.of()))) {
      for (ExpectedRow row : rows) {
        for (String end : row.relations().get(relation.table())) {
          insert.setString(1, row.pk());
          insert.setString(2, end);
          insert.addBatch();
          if (++count % ENDS == 0) {
            insert.executeBatch();
          }
        }
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new StationFailure(
          "Loading "
              + model.label()
              + "."
              + relation.name()
              + " into table "
              + relation.table()
              + ": "
              + SqlFault.describe(e)
              + ". Load again. The target stays as it was.",
          e);
    }
  }

  /**
   * A batch does not tell which row failed: the same rows one by one do. The transaction is rolled
   * back either way.
   */
  private StationFailure offender(
      FixtureBatches.Batch batch, List<ExpectedRow> rows, SQLException first) {
    for (ExpectedRow row : rows) {
      try {
        insertRows(batch.model(), List.of(row));
      } catch (SQLException e) {
        boolean secret = profile.isSecret(batch.model(), batch.model().primaryKey());
        return failure(batch, ", pk=" + (secret ? SecretHash.of(row.pk()) : row.pk()), e);
      }
    }
    return failure(batch, "", first);
  }

  private static StationFailure failure(FixtureBatches.Batch batch, String pk, SQLException e) {
    return new StationFailure(
        "Loading "
            + batch.model().label()
            + ", batch "
            + batch.number()
            + pk
            + ": "
            + SqlFault.describe(e)
            + (SqlFault.isOfARow(e)
                ? ". Change or leave out the row, then load again."
                : ". Load again.")
            + " The target stays as it was.",
        e);
  }

  private static String sql(String table, List<String> columns, Map<String, String> placeholders) {
    List<String> names = new ArrayList<>(columns);
    names.addAll(placeholders.keySet());
    List<String> values = new ArrayList<>(Collections.nCopies(columns.size(), "?"));
    values.addAll(placeholders.values());
    return "INSERT INTO "
        + Identifier.quote(table)
        + " ("
        + Identifier.list(names)
        + ") VALUES ("
        + String.join(", ", values)
        + ")";
  }
}
