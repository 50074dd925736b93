package org.fixtureferry.mysql.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.GenericForeignKey;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Decisions;

/**
 * The source's tables as they are to arrive: rows that were decided to be left out are not in them,
 * values that were decided to be replaced are. Whoever reads {@link #rows} instead of the table
 * itself gets exactly what the decisions say; a table that no decision touches is the table itself.
 */
public final class SourceView {
  private static final String ORPHAN = "orphan-foreign-key";
  static final String DANGLING = "dangling-generic-key";

  private final Profile profile;
  private final Map<String, Map<String, CatalogColumn>> catalog;
  private final Decisions decisions;
  private final Set<String> asked;
  private final List<Found> found;
  private final MissingMigrations missing;

  /** A doubt that proved true, and in how many rows. */
  public record Found(Doubt doubt, long count) {}

  private SourceView(
      Profile profile,
      Map<String, Map<String, CatalogColumn>> catalog,
      Decisions decisions,
      Set<String> asked,
      List<Found> found,
      MissingMigrations missing) {
    this.missing = missing;
    this.profile = profile;
    this.catalog = catalog;
    this.decisions = decisions;
    this.asked = asked;
    this.found = found;
  }

  /**
   * Asks the source about everything that may be wrong with its rows.
   *
   * @param catalog the source's columns by table and name
   * @param schema the source's tables with their keys, by name
   */
  public static SourceView ask(
      Connection connection,
      Profile profile,
      Map<String, Map<String, CatalogColumn>> catalog,
      Map<String, Table> schema,
      Decisions decisions,
      Runnable betweenQuestions)
      throws SQLException {
    return ask(connection, profile, catalog, schema, decisions, null, betweenQuestions);
  }

  /**
   * The same for some checks only.
   *
   * @param checks their slugs; null for all
   */
  static SourceView ask(
      Connection connection,
      Profile profile,
      Map<String, Map<String, CatalogColumn>> catalog,
      Map<String, Table> schema,
      Decisions decisions,
      Set<String> checks,
      Runnable betweenQuestions)
      throws SQLException {
    Set<String> asked = new LinkedHashSet<>();
    List<Found> found = new ArrayList<>();
    for (Doubt doubt : Doubts.all(profile, catalog, schema)) {
      if (checks != null && !checks.contains(doubt.check())) {
        continue;
      }
      betweenQuestions.run();
      asked.add(doubt.check());
      boolean told =
          doubt.check().equals("mojibake")
              && found.stream().anyMatch(each -> each.doubt().isAbout(doubt));
      boolean stands =
          !told
              && (doubt.onlyIf() == null
                  || count(connection, doubt.table(), doubt.onlyIf().apply("t")) > 0);
      long count = stands ? count(connection, doubt.table(), doubt.wrong().apply("t")) : 0;
      if (count > 0) {
        (doubt.unless() == null
                ? Optional.of(new Found(doubt, count))
                : LookCloser.at(connection, profile, doubt))
            .ifPresent(found::add);
      }
    }
    return new SourceView(
        profile,
        catalog,
        decisions,
        asked,
        found,
        MissingMigrations.read(connection, profile, catalog, decisions));
  }

  private static long count(Connection connection, String table, String condition)
      throws SQLException {
    return Sql.number(
        connection, "SELECT COUNT(*) FROM " + Identifier.quote(table) + " t WHERE " + condition);
  }

  /** Every table as it stands: for a target, and for a source about which nothing is known. */
  public static SourceView plain(Profile profile) {
    return new SourceView(
        profile, Map.of(), Decisions.NONE, Set.of(), List.of(), MissingMigrations.none(profile));
  }

  /** The same source under other decisions, to tell what one would do. */
  public SourceView under(Decisions others) {
    return new SourceView(profile, catalog, others, asked, found, missing);
  }

  /** The same source with one decision about one doubt, and nothing else found. */
  SourceView alone(Found only, String decision) {
    Doubt doubt = only.doubt();
    String place =
        doubt.field() == null ? doubt.model().label() : doubt.model().label() + "." + doubt.field();
    Decisions one = new Decisions(Map.of(doubt.check(), Map.of(place, decision)));
    return new SourceView(
        profile, catalog, one, asked, List.of(only), MissingMigrations.none(profile));
  }

  /**
   * What would be left of the view if only rejections had been decided: to tell rejected rows from
   * others left out.
   */
  public SourceView rejecting() {
    List<Found> rejected =
        found.stream().filter(each -> decided(each.doubt()).equals("reject")).toList();
    return new SourceView(
        profile, catalog, decisions, asked, rejected, MissingMigrations.none(profile));
  }

  public Decisions decisions() {
    return decisions;
  }

  /** The tables of the source that the profile's models live in. */
  List<String> tables() {
    List<String> tables = new ArrayList<>();
    profile.models().forEach(model -> tables.add(model.table()));
    profile.manyToManyRelations().forEach(owned -> tables.add(owned.relation().table()));
    return tables.stream().filter(catalog::containsKey).toList();
  }

  /**
   * SQL that is true where a value of an alias's row is replaced by decision; empty where none can
   * be.
   */
  public Optional<String> changed(String table, String alias) {
    List<String> reasons = new ArrayList<>();
    for (Doubt doubt : doubts()) {
      if (doubt.table().equals(table)
          && doubt.column() != null
          && doubt.replacement(decided(doubt), "''").isPresent()) {
        reasons.add(doubt.wrong().apply(alias));
      }
    }
    for (Need need : needs(table)) {
      if (setsNull(need)) {
        leftOutTarget(need, alias, new HashSet<>(Set.of(table)), 0).ifPresent(reasons::add);
      }
    }
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of("(" + String.join(" OR ", reasons) + ")");
  }

  /** Slugs of the checks that were made. */
  public Set<String> asked() {
    return asked;
  }

  public List<Found> found() {
    return found;
  }

  /** The decision in force about a doubt. */
  public String decided(Doubt doubt) {
    String said = decisions.of(doubt.check(), doubt.model().label(), doubt.field());
    boolean offered =
        said != null
            && doubt.decisions().stream()
                .anyMatch(each -> each.split(" ", 2)[0].equals(said.split(" ", 2)[0]));
    return offered ? said : doubt.decisions().get(0);
  }

  /** What stands for a table in a FROM clause, before its alias. */
  public String rows(String table) {
    Optional<String> out = leftOut(table, "b");
    List<String> columns = new ArrayList<>();
    boolean replaced = false;
    for (String column : catalog.getOrDefault(table, Map.of()).keySet()) {
      String plain = Lookups.column("b", column);
      String value = value(table, column, plain);
      replaced |= !value.equals(plain);
      columns.add(value + " AS " + Identifier.quote(column));
    }
    if (out.isEmpty() && !replaced) {
      return withMissing(table, Identifier.quote(table));
    }
    String where = out.map(condition -> " WHERE NOT IFNULL(" + condition + ", 0)").orElse("");
    String left =
        "(SELECT "
            + String.join(", ", columns)
            + " FROM "
            + Identifier.quote(table)
            + " b"
            + where
            + ")";
    return withMissing(table, left);
  }

  private String withMissing(String table, String rows) {
    return table.equals(missing.table())
        ? missing.after(rows, List.copyOf(catalog.getOrDefault(table, Map.of()).keySet()))
        : rows;
  }

  /** Rows that arrive although the source lacks them. */
  public long added(String table) {
    return table.equals(missing.table()) ? missing.migrations().size() : 0;
  }

  /** Whether any decision touches a table. */
  public boolean touches(String table) {
    return !rows(table).equals(Identifier.quote(table));
  }

  /**
   * SQL that is true where the row of an alias is left out, by its own fault or with a row that it
   * needs; empty where none can be.
   */
  public Optional<String> leftOut(String table, String alias) {
    return leftOut(table, alias, new HashSet<>(), 0);
  }

  private Optional<String> leftOut(String table, String alias, Set<String> path, int depth) {
    if (!path.add(table)) {
      return Optional.empty(); // models that need each other: Load's last check finds what is left
    }
    List<String> reasons = new ArrayList<>();
    for (Doubt doubt : doubts()) {
      if (doubt.table().equals(table) && Doubt.leavesOut(decided(doubt))) {
        reasons.add(doubt.wrong().apply(alias));
      }
    }
    for (Need need : needs(table)) {
      if (!setsNull(need)) {
        leftOutTarget(need, alias, path, depth).ifPresent(reasons::add);
      }
    }
    reasons.addAll(leftOutGeneric(table, alias, path, depth));
    path.remove(table);
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of("(" + String.join(" OR ", reasons) + ")");
  }

  /** Generic keys dangle once their object is left out: what was decided of such rows holds. */
  private List<String> leftOutGeneric(String table, String alias, Set<String> path, int depth) {
    List<String> reasons = new ArrayList<>();
    Optional<Model> model = profile.modelOfTable(table);
    if (model.isEmpty()) {
      return reasons;
    }
    for (GenericForeignKey key : model.get().genericForeignKeys()) {
      String said = decisions.of(DANGLING, model.get().label(), key.objectId());
      if (said == null || !Doubt.leavesOut(said)) {
        continue;
      }
      Field type = model.get().field(key.contentType()).orElseThrow();
      Field object = model.get().field(key.objectId()).orElseThrow();
      Model types = profile.require(type.to().orElseThrow());
      for (Model other : profile.models()) {
        Need need =
            new Need(
                model.get(),
                object.name(),
                object.column(),
                other.table(),
                other.primaryKey().column());
        leftOutTarget(need, alias, path, depth)
            .map(
                gone ->
                    "("
                        + Doubts.typeIs(
                            Lookups.column(alias, type.column()), types, Doubts.isModel(other))
                        + " AND "
                        + gone
                        + ")")
            .ifPresent(reasons::add);
      }
    }
    return reasons;
  }

  private Optional<String> leftOutTarget(Need need, String alias, Set<String> path, int depth) {
    String other = "r" + depth;
    return leftOut(need.toTable, other, path, depth + 1)
        .map(
            condition ->
                "EXISTS (SELECT 1 FROM "
                    + Identifier.quote(need.toTable)
                    + " "
                    + other
                    + " WHERE "
                    + Lookups.column(other, need.toColumn)
                    + " = "
                    + Lookups.column(alias, need.column)
                    + " AND "
                    + condition
                    + ")");
  }

  private String value(String table, String column, String plain) {
    String value = plain;
    for (Doubt doubt : doubts()) {
      if (doubt.table().equals(table) && column.equals(doubt.column())) {
        Optional<String> replacement = doubt.replacement(decided(doubt), plain);
        if (replacement.isPresent()) {
          value =
              "IF(IFNULL("
                  + doubt.wrong().apply("b")
                  + ", 0), "
                  + replacement.get()
                  + ", "
                  + value
                  + ")";
        }
      }
    }
    for (Need need : needs(table)) {
      if (need.column.equals(column) && setsNull(need)) {
        Optional<String> gone = leftOutTarget(need, "b", new HashSet<>(Set.of(table)), 0);
        if (gone.isPresent()) {
          value = "IF(" + gone.get() + ", NULL, " + value + ")";
        }
      }
    }
    return value;
  }

  /** A column whose row cannot arrive without another row. */
  private record Need(Model model, String field, String column, String toTable, String toColumn) {}

  private List<Need> needs(String table) {
    List<Need> needs = new ArrayList<>();
    profile
        .modelOfTable(table)
        .ifPresent(
            model ->
                model.dataFields().stream()
                    .filter(field -> field.to().isPresent())
                    .forEach(field -> needs.add(need(model, field))));
    for (Profile.OwnedRelation owned : profile.manyToManyRelations()) {
      ManyToMany relation = owned.relation();
      if (relation.table().equals(table)) {
        Model other = profile.require(relation.to());
        needs.add(
            new Need(
                owned.owner(),
                relation.name(),
                relation.column(),
                owned.owner().table(),
                owned.owner().primaryKey().column()));
        needs.add(
            new Need(
                owned.owner(),
                relation.name(),
                relation.reverseColumn(),
                other.table(),
                other.primaryKey().column()));
      }
    }
    return needs;
  }

  private Need need(Model model, Field field) {
    Model to = profile.require(field.to().orElseThrow());
    return new Need(
        model, field.name(), field.column(), to.table(), profile.referenced(field, to).column());
  }

  private boolean setsNull(Need need) {
    return doubts().stream()
        .filter(
            doubt ->
                doubt.check().equals(ORPHAN)
                    && doubt.model().equals(need.model)
                    && need.field.equals(doubt.field()))
        .anyMatch(doubt -> decided(doubt).equals("set-null"));
  }

  private List<Doubt> doubts() {
    return found.stream().map(Found::doubt).toList();
  }
}
