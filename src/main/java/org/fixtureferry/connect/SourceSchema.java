package org.fixtureferry.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.FerryMark;

/** The source's tables and columns, held against the profile's. */
record SourceSchema(Profile profile, Map<String, Table> tables, List<CatalogColumn> columns) {

  static SourceSchema read(Profile profile, Connection connection, String database)
      throws SQLException {
    Map<String, Table> tables = Catalog.schema(connection, database);
    tables.remove(FerryMark.TABLE); // the target of an earlier crossing may be the source of this
    List<CatalogColumn> columns =
        Catalog.columns(connection, database).stream()
            .filter(column -> tables.containsKey(column.table()))
            .toList();
    return new SourceSchema(profile, tables, columns);
  }

  /** The columns by table and name. */
  Map<String, Map<String, CatalogColumn>> byName() {
    Map<String, Map<String, CatalogColumn>> byName = new LinkedHashMap<>();
    columns.forEach(
        column ->
            byName
                .computeIfAbsent(column.table(), table -> new LinkedHashMap<>())
                .put(column.column().name(), column));
    return byName;
  }

  /** The model or the many-to-many relation that lives in a table; null where none does. */
  String owner(String table) {
    return profile
        .modelOfTable(table)
        .map(model -> model.label())
        .orElseGet(
            () ->
                profile.manyToManyRelations().stream()
                    .filter(owned -> owned.relation().table().equals(table))
                    .map(owned -> owned.owner().label() + "." + owned.relation().name())
                    .findFirst()
                    .orElse(null));
  }

  List<String> unknownTables() {
    return tables.keySet().stream()
        .filter(table -> profile.table(table).isEmpty() && owner(table) == null)
        .toList();
  }

  List<String> missingTables() {
    return profile.tables().stream()
        .map(Table::name)
        .filter(table -> !tables.containsKey(table))
        .toList();
  }

  List<UnknownColumn> unknownColumns() {
    List<UnknownColumn> unknown = new ArrayList<>();
    for (Table expected : profile.tables()) {
      Table actual = tables.get(expected.name());
      if (actual != null) {
        actual.columns().stream()
            .filter(column -> expected.column(column.name()).isEmpty())
            .forEach(
                column ->
                    unknown.add(new UnknownColumn(expected.name(), column.name(), column.type())));
      }
    }
    return unknown;
  }

  /** As "table.column"; those of missing tables are not counted again. */
  List<String> missingColumns() {
    List<String> missing = new ArrayList<>();
    for (Table expected : profile.tables()) {
      Table actual = tables.get(expected.name());
      if (actual != null) {
        expected.columns().stream()
            .map(Column::name)
            .filter(column -> actual.column(column).isEmpty())
            .forEach(column -> missing.add(expected.name() + "." + column));
      }
    }
    return missing;
  }

  /** Columns of text whose charset is not some utf8, and that a model knows. */
  List<CatalogColumn> inOtherCharsets() {
    return columns.stream()
        .filter(column -> profile.table(column.table()).isPresent())
        .filter(column -> column.charset().map(name -> !name.startsWith("utf8")).orElse(false))
        .toList();
  }

  List<DeclaredForeignKey> foreignKeys() {
    return tables.values().stream()
        .flatMap(
            table ->
                table.foreignKeys().stream()
                    .map(
                        key ->
                            new DeclaredForeignKey(
                                table.name(), key.column(), key.toTable(), key.toColumn())))
        .toList();
  }
}
