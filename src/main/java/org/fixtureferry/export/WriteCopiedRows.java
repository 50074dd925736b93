package org.fixtureferry.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.fixture.CopiedRows;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.WholeFile;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.ComparedTable;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.RowStream;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.view.DecidedSchema;
import org.fixtureferry.mysql.view.SourceView;
import org.fixtureferry.report.Cancellation;

/** Puts aside, under the lock, the rows that no fixture can hold and that are to be copied. */
final class WriteCopiedRows {
  private final Profile profile;
  private final Database source;
  private final List<Model> models;
  private final Map<String, Map<String, CatalogColumn>> catalog;
  private final DecidedSchema decided;
  private final SourceView view;

  /**
   * @param models those that the export does not leave out
   */
  WriteCopiedRows(
      Profile profile,
      Database source,
      List<Model> models,
      Map<String, Map<String, CatalogColumn>> catalog,
      DecidedSchema decided,
      SourceView view) {
    this.profile = profile;
    this.source = source;
    this.models = models;
    this.catalog = catalog;
    this.decided = decided;
    this.view = view;
  }

  /** Gives what a fixture's description says of them; null, and no file, where there are none. */
  FixtureMeta.Copied write(Path fixture, Cancellation cancellation)
      throws IOException, SQLException {
    Path target = CopiedRows.beside(fixture);
    Files.deleteIfExists(target);
    if (!decided.copies()) {
      return null;
    }
    try (WholeFile file = WholeFile.create(target);
        Connection connection = source.open()) {
      // The bytes as they lie in the table: the server would put '?' for what it cannot convert.
      Sql.run(connection, "SET character_set_results = NULL");
      CopiedRows.Writer writer = new CopiedRows.Writer(file);
      for (Table table : decided.tables()) {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        CopiedRows.Part part =
            new CopiedRows.Part(table.name(), table.primaryKey(), columns, false);
        write(connection, part, writer, cancellation);
      }
      for (Model model : models) {
        List<Column> copied = decided.columns().getOrDefault(model.table(), List.of());
        if (!copied.isEmpty()) {
          String key = model.primaryKey().column();
          List<String> columns = new ArrayList<>(List.of(key));
          copied.forEach(column -> columns.add(column.name()));
          write(
              connection,
              new CopiedRows.Part(model.table(), List.of(key), columns, true),
              writer,
              cancellation);
        }
      }
      writer.end();
      file.commit();
      return new FixtureMeta.Copied(
          file.sha256Hex(), decided.tables().stream().map(Table::name).toList());
    }
  }

  private void write(
      Connection connection,
      CopiedRows.Part part,
      CopiedRows.Writer writer,
      Cancellation cancellation)
      throws IOException, SQLException {
    Map<String, CatalogColumn> columns = catalog.get(part.table());
    List<Boolean> binary =
        part.columns().stream().map(name -> isBinary(columns.get(name))).toList();
    writer.begin(part);
    try (RowStream rows = RowStream.open(connection, sql(part, columns))) {
      while (rows.next()) {
        cancellation.check();
        List<Optional<byte[]>> values = new ArrayList<>();
        for (int i = 1; i <= binary.size(); i++) {
          values.add(rows.bytes(i));
        }
        writer.row(values, binary);
      }
    }
  }

  private String sql(CopiedRows.Part part, Map<String, CatalogColumn> columns) {
    String selected =
        part.columns().stream()
            .map(
                name -> ComparedTable.inUtf8(Lookups.column(Lookups.BASE, name), columns.get(name)))
            .collect(Collectors.joining(", "));
    String order =
        part.key().isEmpty()
            ? ""
            : " ORDER BY "
                + part.key().stream()
                    .map(name -> Lookups.column(Lookups.BASE, name))
                    .collect(Collectors.joining(", "));
    String from =
        profile.modelOfTable(part.table()).isPresent()
            ? view.rows(part.table())
            : Identifier.quote(part.table());
    return "SELECT " + selected + " FROM " + from + " " + Lookups.BASE + order;
  }

  private static boolean isBinary(CatalogColumn column) {
    return column.column().type().matches("(?i)(.*blob|.*binary|bit|geometry|point).*");
  }
}
