package org.fixtureferry.mysql.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.report.Decisions;

/**
 * The source's tables as they are to arrive: rows that were decided to be left out are not in them,
 * values that were decided to be replaced are. Whoever reads {@link #rows} instead of the table
 * itself gets exactly what the decisions say; a table that no decision touches is the table itself.
 */
public final class SourceView {
  private static final String ORPHAN = "orphan-foreign-key";

  private final Profile profile;
  private final Map<String, Map<String, CatalogColumn>> catalog;
  private final Decisions decisions;
  private final List<Doubt> doubts;

  private SourceView(
      Profile profile,
      Map<String, Map<String, CatalogColumn>> catalog,
      Decisions decisions,
      List<Doubt> doubts) {
    this.profile = profile;
    this.catalog = catalog;
    this.decisions = decisions;
    this.doubts = doubts;
  }

  /**
   * @param catalog the source's columns by table and name
   * @param schema the source's tables with their keys, by name
   */
  public static SourceView of(
      Profile profile,
      Map<String, Map<String, CatalogColumn>> catalog,
      Map<String, Table> schema,
      Decisions decisions) {
    return new SourceView(profile, catalog, decisions, Doubts.all(profile, catalog, schema));
  }

  /** Every table as it stands: for a target, and for a source about which nothing is decided. */
  public static SourceView plain(Profile profile) {
    return new SourceView(profile, Map.of(), Decisions.NONE, List.of());
  }

  /** The same source under other decisions, to tell what one would do. */
  public SourceView under(Decisions others) {
    return new SourceView(profile, catalog, others, doubts);
  }

  public List<Doubt> doubts() {
    return doubts;
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
      return Identifier.quote(table);
    }
    String where = out.map(condition -> " WHERE NOT IFNULL(" + condition + ", 0)").orElse("");
    return "(SELECT "
        + String.join(", ", columns)
        + " FROM "
        + Identifier.quote(table)
        + " b"
        + where
        + ")";
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
    for (Doubt doubt : doubts) {
      if (doubt.table().equals(table) && Doubt.leavesOut(decided(doubt))) {
        reasons.add(doubt.wrong().apply(alias));
      }
    }
    for (Need need : needs(table)) {
      if (!setsNull(need)) {
        leftOutTarget(need, alias, path, depth).ifPresent(reasons::add);
      }
    }
    path.remove(table);
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of("(" + String.join(" OR ", reasons) + ")");
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
    for (Doubt doubt : doubts) {
      if (doubt.table().equals(table) && column.equals(doubt.column())) {
        Optional<String> replacement = Doubt.replacement(decided(doubt), plain);
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
    return doubts.stream()
        .filter(
            doubt ->
                doubt.check().equals(ORPHAN)
                    && doubt.model().equals(need.model)
                    && need.field.equals(doubt.field()))
        .anyMatch(doubt -> decided(doubt).equals("set-null"));
  }
}
