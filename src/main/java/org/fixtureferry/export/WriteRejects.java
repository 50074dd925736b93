package org.fixtureferry.export;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.FixtureObject;
import org.fixtureferry.fixture.WholeFile;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.view.SourceView;
import org.fixtureferry.report.Json;

/**
 * Keeps the objects that were rejected by decision aside: JSON lines of model, pk, fields, check
 * and reason.
 */
final class WriteRejects {
  private final Profile profile;
  private final Database source;
  private final List<Model> models;
  private final Map<String, Map<String, CatalogColumn>> catalog;
  private final NaturalKeys naturalKeys;
  private final SourceView view;

  WriteRejects(
      Profile profile,
      Database source,
      List<Model> models,
      Map<String, Map<String, CatalogColumn>> catalog,
      NaturalKeys naturalKeys,
      SourceView view) {
    this.profile = profile;
    this.source = source;
    this.models = models;
    this.catalog = catalog;
    this.naturalKeys = naturalKeys;
    this.view = view.rejecting();
  }

  static Path beside(Path fixture) {
    return fixture.resolveSibling(fixture.getFileName() + ".rejects.jsonl");
  }

  /** Gives the number of objects; without any there is no file. */
  long write(Path target) throws IOException, SQLException {
    Files.deleteIfExists(target);
    if (view.found().isEmpty()) {
      return 0;
    }
    long objects = 0;
    try (WholeFile file = WholeFile.create(target)) {
      for (Model model : models) {
        objects += write(model, file);
      }
      file.commit();
    }
    return objects;
  }

  private long write(Model model, WholeFile file) throws IOException, SQLException {
    Optional<String> rejected = view.leftOut(model.table(), "b");
    if (rejected.isEmpty()) {
      return 0;
    }
    String rows =
        "(SELECT b.* FROM " + Identifier.quote(model.table()) + " b WHERE " + rejected.get() + ")";
    List<String> own =
        view.found().stream()
            .filter(found -> found.doubt().table().equals(model.table()))
            .map(found -> found.doubt().check() + ": " + found.doubt().sentence())
            .toList();
    String check =
        own.isEmpty() ? "orphan-foreign-key" : own.get(0).substring(0, own.get(0).indexOf(':'));
    String reason = own.isEmpty() ? "The row that it needs was rejected." : String.join(" ", own);
    long objects = 0;
    try (ModelRows stream =
        ModelRows.open(
            source,
            profile,
            model,
            catalog.get(model.table()),
            naturalKeys,
            table -> table.equals(model.table()) ? rows : Identifier.quote(table))) {
      for (Optional<FixtureObject> object = stream.next();
          object.isPresent();
          object = stream.next()) {
        file.out().write(line(object.get(), check, reason).getBytes(StandardCharsets.UTF_8));
        objects++;
      }
    }
    return objects;
  }

  private static String line(FixtureObject object, String check, String reason) throws IOException {
    Rejected rejected = new Rejected(object.model(), object.pk(), object.fields(), check, reason);
    return Json.MAPPER
            .writer()
            .without(SerializationFeature.INDENT_OUTPUT)
            // A half of a surrogate pair can be written in no other way.
            .with(JsonWriteFeature.ESCAPE_NON_ASCII)
            .writeValueAsString(rejected)
        + "\n";
  }

  /** One line of the file. */
  private record Rejected(
      String model, Object pk, Map<String, Object> fields, String check, String reason) {}
}
