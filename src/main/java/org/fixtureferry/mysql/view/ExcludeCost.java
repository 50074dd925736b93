package org.fixtureferry.mysql.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fixtureferry.django.Excludes;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.InitialRows;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Wording;

/**
 * What an exclude loses: rows of the models that stay in the dump that need a row which the target
 * will not have. Content types and permissions are there in any case, by their natural keys.
 */
public final class ExcludeCost {
  public static final String CHECK = "exclude-cost";

  private static final int SAMPLES = 20;

  private final Connection connection;
  private final Profile profile;
  private final Excludes excludes;
  private final Map<String, Map<String, CatalogColumn>> catalog;
  private final SourceView view;
  private final List<Finding> findings = new ArrayList<>();

  private ExcludeCost(
      Connection connection,
      Profile profile,
      Excludes excludes,
      Map<String, Map<String, CatalogColumn>> catalog,
      SourceView view) {
    this.connection = connection;
    this.profile = profile;
    this.excludes = excludes;
    this.catalog = catalog;
    this.view = view;
  }

  /**
   * @param catalog the source's columns by table and name
   * @param view the source after the decisions
   */
  public static List<Finding> of(
      Connection connection,
      Profile profile,
      Excludes excludes,
      Map<String, Map<String, CatalogColumn>> catalog,
      SourceView view)
      throws SQLException {
    ExcludeCost cost = new ExcludeCost(connection, profile, excludes, catalog, view);
    for (Model model : profile.models()) {
      if (excludes.covers(model)) {
        for (ManyToMany relation : model.manyToMany()) {
          cost.ownRelation(model, relation);
        }
        continue;
      }
      for (Field field : model.dataFields()) {
        cost.reference(model, field);
      }
      for (ManyToMany relation : model.manyToMany()) {
        cost.relation(model, relation);
      }
    }
    return cost.findings;
  }

  private Optional<Model> lost(String label) {
    return Optional.of(profile.require(label))
        .filter(to -> excludes.covers(to) && !to.hasNaturalKey())
        .filter(to -> has(to.table(), to.primaryKey().column()));
  }

  private void reference(Model model, Field field) throws SQLException {
    Optional<Model> to = field.to().flatMap(this::lost);
    if (to.isEmpty() || !has(model.table(), field.column())) {
      return;
    }
    add(
        model,
        model.table(),
        field.name(),
        field.column(),
        to.get(),
        profile.referenced(field, to.get()).column(),
        Lookups.column("t", model.primaryKey().column()));
  }

  private void relation(Model model, ManyToMany relation) throws SQLException {
    Optional<Model> to = lost(relation.to());
    if (to.isEmpty() || !has(relation.table(), relation.reverseColumn())) {
      return;
    }
    add(
        model,
        relation.table(),
        relation.name(),
        relation.reverseColumn(),
        to.get(),
        to.get().primaryKey().column(),
        Lookups.column("t", relation.column()));
  }

  private void add(
      Model model, String table, String field, String column, Model to, String toColumn, String key)
      throws SQLException {
    String from =
        view.rows(table)
            + " t JOIN "
            + Identifier.quote(to.table())
            + " x ON "
            + Lookups.column("x", toColumn)
            + " = "
            + Lookups.column("t", column)
            + " WHERE "
            + notPrepared(to);
    long rows = Sql.number(connection, "SELECT COUNT(*) FROM " + from);
    if (rows == 0) {
      return;
    }
    boolean secret = profile.isSecret(model, model.primaryKey());
    findings.add(
        Finding.of(
                CHECK,
                Severity.LOOK,
                to.label()
                    + " is excluded: "
                    + Wording.count(rows, "row")
                    + " of "
                    + model.label()
                    + "."
                    + field
                    + " point at rows of it that the target will not have, and Import refuses them. Take the exclude back, or exclude "
                    + model.label()
                    + ", too.")
            .at(model.label(), table)
            .inColumn(column, field)
            .counting(
                rows,
                Sql.list(
                    connection,
                    "SELECT " + key + ", " + name(to) + " FROM " + from + " LIMIT " + SAMPLES,
                    row ->
                        new Finding.Sample(
                            secret
                                ? org.fixtureferry.report.SecretHash.of(row.getString(1))
                                : row.getString(1),
                            to.label() + " " + row.getString(2)))));
  }

  /** The assignments that go with an excluded model itself. */
  private void ownRelation(Model model, ManyToMany relation) throws SQLException {
    if (!has(relation.table(), relation.column())) {
      return;
    }
    long rows =
        Sql.number(connection, "SELECT COUNT(*) FROM " + view.rows(relation.table()) + " t");
    if (rows > 0) {
      findings.add(
          Finding.of(
                  CHECK,
                  Severity.LOOK,
                  model.label()
                      + " is excluded: "
                      + Wording.count(rows, "row")
                      + " of "
                      + model.label()
                      + "."
                      + relation.name()
                      + " stay behind with it.")
              .at(model.label(), relation.table())
              .inColumn(relation.reverseColumn(), relation.name())
              .counting(rows, List.of()));
    }
  }

  /** Rows that Prepare makes stand in the target. */
  private String notPrepared(Model to) {
    String key = to.primaryKey().column();
    List<String> made =
        profile
            .initialRows(to.table())
            .map(rows -> keys(rows, rows.columns().indexOf(key)))
            .orElse(List.of());
    return made.isEmpty()
        ? "1 = 1"
        : Lookups.column("x", key)
            + " NOT IN ("
            + made.stream().map(Identifier::literal).collect(Collectors.joining(", "))
            + ")";
  }

  private static List<String> keys(InitialRows rows, int column) {
    return rows.rows().stream().map(row -> String.valueOf(row.get(column))).toList();
  }

  /** What names a row of the excluded model to a person. */
  private String name(Model to) {
    String key = Lookups.column("x", to.primaryKey().column());
    return profile.texts(to).stream()
        .filter(field -> has(to.table(), field.column()))
        .findFirst()
        .map(
            field ->
                "CONCAT_WS(' ', "
                    + key
                    + ", LEFT("
                    + Lookups.column("x", field.column())
                    + ", 80))")
        .orElse(key);
  }

  private boolean has(String table, String column) {
    return catalog.getOrDefault(table, Map.of()).containsKey(column);
  }
}
