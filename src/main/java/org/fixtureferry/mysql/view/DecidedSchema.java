package org.fixtureferry.mysql.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.FieldType;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.ComparedTable;
import org.fixtureferry.mysql.FerryMark;
import org.fixtureferry.mysql.SchemaComparison;
import org.fixtureferry.report.Decisions;

/**
 * What the target is to hold by decision, beyond what the profile says: wider columns, and tables
 * and columns that no model knows.
 *
 * @param profile the profile with the wider and the copied columns in it
 * @param tables the tables that no model knows and that are copied, as the source has them
 * @param columns the copied columns of the models' own tables
 * @param widened the profile's columns that are made wider, by table
 */
public record DecidedSchema(
    Profile profile,
    List<Table> tables,
    Map<String, List<Column>> columns,
    Map<String, List<Column>> widened) {
  public static final String UNKNOWN_TABLE = "unknown-table";
  public static final String UNKNOWN_COLUMN = "unknown-column";

  private static final String COPY = "copy";
  private static final String MISFIT = "does-not-fit";
  private static final String WIDEN = "widen";

  /**
   * @param source the source's tables by name
   * @param view the source after the decisions, asked at least which values do not fit
   */
  public static DecidedSchema of(Profile profile, Map<String, Table> source, SourceView view) {
    Map<String, List<Column>> widened = widened(profile, source, view);
    Map<String, List<Column>> columns = copiedColumns(profile, source, view.decisions());
    List<Model> models =
        profile.models().stream()
            .map(
                model ->
                    decided(
                        model,
                        widened.getOrDefault(model.table(), List.of()),
                        columns.getOrDefault(model.table(), List.of())))
            .toList();
    List<Table> tables =
        profile.tables().stream()
            .map(
                table ->
                    table.withColumns(
                        Stream.concat(
                                table.columns().stream()
                                    .map(
                                        column ->
                                            named(widened.get(table.name()), column.name())
                                                .orElse(column)),
                                columns.getOrDefault(table.name(), List.of()).stream())
                            .toList()))
            .toList();
    return new DecidedSchema(
        profile.withSchema(models, tables),
        copiedTables(profile, source, view.decisions()),
        columns,
        widened);
  }

  /**
   * The same for whoever has no view yet.
   *
   * @param catalog the source's columns by table and name
   */
  public static DecidedSchema ask(
      Connection connection,
      Profile profile,
      Map<String, Map<String, CatalogColumn>> catalog,
      Map<String, Table> source,
      Decisions decisions)
      throws SQLException {
    boolean widens =
        decisions.byCheck().getOrDefault(MISFIT, Map.of()).values().stream()
            .anyMatch(WIDEN::equals);
    SourceView view =
        SourceView.ask(
            connection,
            profile,
            catalog,
            source,
            decisions,
            widens ? Set.of(MISFIT) : Set.of(),
            () -> {});
    return of(profile, source, view);
  }

  /** Whether a table's unknown columns can be copied: only where its rows keep their keys. */
  public static boolean takesColumns(Profile profile, String table) {
    return profile.modelOfTable(table).filter(model -> !model.hasNaturalKey()).isPresent();
  }

  /** Whether anything is copied past the fixture. */
  public boolean copies() {
    return !tables.isEmpty() || !columns.isEmpty();
  }

  public boolean copies(String table) {
    return tables.stream().anyMatch(each -> each.name().equals(table));
  }

  /**
   * Every table that is compared between the two sides: the models', then the copied ones.
   *
   * @param catalog the columns of one side by table and name
   * @param rows gives what stands for a table in a FROM clause
   */
  public List<ComparedTable> compared(
      Map<String, Map<String, CatalogColumn>> catalog, UnaryOperator<String> rows) {
    List<ComparedTable> all = new ArrayList<>(ComparedTable.all(profile, catalog, rows));
    tables.forEach(
        table ->
            all.add(ComparedTable.ofCopied(table, catalog.getOrDefault(table.name(), Map.of()))));
    return all;
  }

  private static Map<String, List<Column>> widened(
      Profile profile, Map<String, Table> source, SourceView view) {
    Map<String, List<Column>> widened = new LinkedHashMap<>();
    for (SourceView.Found found : view.found()) {
      Doubt doubt = found.doubt();
      if (doubt.check().equals(MISFIT) && view.decided(doubt).equals(WIDEN)) {
        Column wanted =
            profile
                .table(doubt.table())
                .flatMap(table -> table.column(doubt.column()))
                .orElseThrow();
        Optional.ofNullable(source.get(doubt.table()))
            .flatMap(table -> table.column(doubt.column()))
            .flatMap(column -> Widen.column(profile, doubt.table(), wanted, column))
            .ifPresent(
                column ->
                    widened.computeIfAbsent(doubt.table(), table -> new ArrayList<>()).add(column));
      }
    }
    return widened;
  }

  private static Map<String, List<Column>> copiedColumns(
      Profile profile, Map<String, Table> source, Decisions decisions) {
    Map<String, List<Column>> copied = new LinkedHashMap<>();
    for (Table expected : profile.tables()) {
      Table actual = source.get(expected.name());
      if (actual == null || !takesColumns(profile, expected.name())) {
        continue;
      }
      String label = profile.modelOfTable(expected.name()).orElseThrow().label();
      List<Column> columns =
          actual.columns().stream()
              .filter(column -> expected.column(column.name()).isEmpty())
              .filter(column -> COPY.equals(decisions.of(UNKNOWN_COLUMN, label, column.name())))
              .toList();
      if (!columns.isEmpty()) {
        copied.put(expected.name(), columns);
      }
    }
    return copied;
  }

  private static List<Table> copiedTables(
      Profile profile, Map<String, Table> source, Decisions decisions) {
    return source.values().stream()
        .filter(table -> !table.name().equals(FerryMark.TABLE))
        .filter(table -> isUnknown(profile, table.name()))
        .filter(table -> COPY.equals(decisions.of(UNKNOWN_TABLE, table.name(), null)))
        .toList();
  }

  private static boolean isUnknown(Profile profile, String table) {
    return profile.table(table).isEmpty()
        && profile.modelOfTable(table).isEmpty()
        && profile.manyToManyRelations().stream()
            .noneMatch(owned -> owned.relation().table().equals(table));
  }

  private static Model decided(Model model, List<Column> widened, List<Column> copied) {
    if (widened.isEmpty() && copied.isEmpty()) {
      return model;
    }
    List<Field> fields = new ArrayList<>();
    model.fields().forEach(field -> fields.add(wider(field, named(widened, field.column()))));
    copied.forEach(column -> fields.add(field(column)));
    return model.withFields(fields);
  }

  private static Field wider(Field field, Optional<Column> column) {
    if (column.isEmpty()) {
      return field;
    }
    Field read = field(column.get());
    boolean decimal = field.type() == FieldType.DECIMAL;
    return new Field(
        field.name(),
        field.column(),
        field.type(),
        field.python(),
        field.nullable() || column.get().nullable(),
        field.unique(),
        field.maxLength(),
        decimal ? read.maxDigits() : field.maxDigits(),
        decimal ? read.decimalPlaces() : field.decimalPlaces(),
        field.defaultValue(),
        field.to(),
        field.toField());
  }

  /** A column that no model knows, as Django would declare it. */
  private static Field field(Column column) {
    String type = SchemaComparison.comparableType(column.type());
    Matcher decimal = Fit.DECIMAL.matcher(type);
    boolean exact = decimal.matches();
    return new Field(
        column.name(),
        column.name(),
        exact ? FieldType.DECIMAL : fieldType(type),
        Optional.empty(),
        column.nullable(),
        false,
        0,
        exact ? Integer.parseInt(decimal.group(1)) : 0,
        exact ? Integer.parseInt(decimal.group(2)) : 0,
        null,
        Optional.empty(),
        Optional.empty());
  }

  private static FieldType fieldType(String type) {
    if (Fit.WHOLE.matcher(type).matches() || type.startsWith("year")) {
      return FieldType.BIG_INTEGER;
    }
    return switch (type.replaceAll("\\W.*", "")) {
      case "float", "double", "real" -> FieldType.FLOAT;
      case "datetime", "timestamp" -> FieldType.DATE_TIME;
      case "date" -> FieldType.DATE;
      case "time" -> FieldType.TIME;
      default -> FieldType.TEXT;
    };
  }

  private static Optional<Column> named(List<Column> columns, String name) {
    return columns == null
        ? Optional.empty()
        : columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
