package org.fixtureferry.export;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.ValueKind;
import org.fixtureferry.fixture.FixtureObject;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.RowStream;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.StationFailure;

/**
 * The objects of one model, streamed: its rows and, merged with them, one stream for each
 * many-to-many field.
 */
final class ModelRows implements AutoCloseable {
  private final Profile profile;
  private final Model model;
  private final NaturalKeys naturalKeys;
  private final List<Field> fields;
  private final ValueKind keyKind;
  private final Connection connection;
  private final RowStream rows;
  private final List<OwnedKeys> relations = new ArrayList<>();

  private ModelRows(
      Profile profile,
      Model model,
      NaturalKeys naturalKeys,
      Connection connection,
      RowStream rows) {
    this.profile = profile;
    this.model = model;
    this.naturalKeys = naturalKeys;
    this.fields = model.dataFields();
    this.keyKind = profile.kindOf(model.primaryKey());
    this.connection = connection;
    this.rows = rows;
  }

  /**
   * @param columns the table's columns as the source has them, by name
   * @param from gives what stands for a table in a FROM clause: the view of the source
   */
  static ModelRows open(
      Database source,
      Profile profile,
      Model model,
      Map<String, CatalogColumn> columns,
      NaturalKeys naturalKeys,
      UnaryOperator<String> from)
      throws SQLException {
    Connection connection = source.open();
    try {
      // The bytes as they lie in the table: the server would put '?' for what it cannot convert.
      Sql.run(connection, "SET character_set_results = NULL");
      ModelRows rows =
          new ModelRows(
              profile,
              model,
              naturalKeys,
              connection,
              RowStream.open(connection, sql(profile, model, columns, from)));
      try {
        for (ManyToMany relation : model.manyToMany()) {
          rows.relations.add(OwnedKeys.open(source, profile, model, relation, naturalKeys, from));
        }
        return rows;
      } catch (SQLException | RuntimeException e) {
        rows.close();
        throw e;
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static String sql(
      Profile profile,
      Model model,
      Map<String, CatalogColumn> columns,
      UnaryOperator<String> from) {
    Lookups lookups = new Lookups(profile, model.table(), from);
    List<String> selected = new ArrayList<>();
    selected.add(expression(model.primaryKey(), columns));
    model.dataFields().forEach(field -> selected.add(expression(field, columns)));
    List<String> order = lookups.ordering(Lookups.BASE, model);
    return "SELECT "
        + String.join(", ", selected)
        + " FROM "
        + lookups.from()
        + " ORDER BY "
        + String.join(", ", order);
  }

  private static String expression(Field field, Map<String, CatalogColumn> columns) {
    String column = Lookups.column(Lookups.BASE, field.column());
    boolean utf8 =
        columns
            .get(field.column())
            .charset()
            .map(charset -> charset.startsWith("utf8"))
            .orElse(true);
    return utf8 ? column : "CONVERT(" + column + " USING utf8)";
  }

  /** The next object; empty at the end. */
  Optional<FixtureObject> next() throws SQLException {
    if (!rows.next()) {
      if (!relations.stream().allMatch(OwnedKeys::spent)) {
        throw new StationFailure(
            "Reading "
                + model.label()
                + ": the server gave its many-to-many rows in another order than its rows. The fixture was not kept. Report this with the server's version.");
      }
      return Optional.empty();
    }
    String pk = new String(rows.bytes(1).orElseThrow(), StandardCharsets.UTF_8);
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      values.put(fields.get(i).name(), value(fields.get(i), rows.bytes(i + 2)));
    }
    for (OwnedKeys relation : relations) {
      values.put(relation.name(), relation.of(pk));
    }
    return Optional.of(
        new FixtureObject(model.label(), ColumnValue.of(keyKind, rows.bytes(1)), values));
  }

  private Object value(Field field, Optional<byte[]> column) {
    Optional<Model> natural = field.to().map(profile::require).filter(Model::hasNaturalKey);
    if (natural.isPresent() && column.isPresent()) {
      String id = new String(column.get(), StandardCharsets.ISO_8859_1);
      List<String> key = naturalKeys.of(natural.get(), id);
      // What points at nothing is written as it was found; Load refuses it.
      return key != null ? key : (Object) Long.valueOf(id);
    }
    return ColumnValue.of(profile.kindOf(field), column);
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      rows.close();
      for (OwnedKeys relation : relations) {
        relation.close();
      }
    }
  }
}
