package org.fixtureferry.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.ValueKind;
import org.fixtureferry.fixture.FixtureDialect;
import org.fixtureferry.fixture.FixtureObject;
import org.fixtureferry.fixture.NaturalKeyOf;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.StationFailure;

/** Turns a fixture's object into the rows that it stands for in this target. */
final class RowBuilder {
  private static final ObjectWriter COMPACT =
      Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

  private final Profile profile;
  private final Map<String, Map<String, CatalogColumn>> catalog;
  private final KeyMap keys;
  private final String file;
  private final DateTimeForm dates;
  private final DateNotes notes;

  /**
   * @param catalog the target's columns by table and name
   */
  RowBuilder(
      Profile profile,
      Map<String, Map<String, CatalogColumn>> catalog,
      KeyMap keys,
      LoadSettings settings,
      String file) {
    this.profile = profile;
    this.catalog = catalog;
    this.keys = keys;
    this.file = file;
    this.dates = new DateTimeForm(settings.timeZone());
    this.notes = new DateNotes(settings.timeZone());
  }

  /** What became of dates, so far. */
  List<Finding> notes() {
    return notes.findings();
  }

  /**
   * @throws StationFailure where the object does not fit its model, naming model, pk and field
   */
  ExpectedRow build(Model model, FixtureObject object) throws SQLException {
    String pk = primaryKey(model, object);
    Map<String, String> values = new LinkedHashMap<>();
    long bytes = 0;
    for (Field field : model.dataFields()) {
      String value = value(model, object, field);
      values.put(field.column(), value);
      bytes += size(value);
    }
    Map<String, List<String>> relations = new LinkedHashMap<>();
    for (ManyToMany relation : model.manyToMany()) {
      if (object.fields().containsKey(relation.name())) {
        relations.put(relation.table(), ends(model, object, relation));
      }
    }
    return new ExpectedRow(pk, values, relations, bytes + 64);
  }

  /** Content types and permissions keep the target's ids, whatever theirs are in the fixture. */
  private String primaryKey(Model model, FixtureObject object) throws SQLException {
    if (object.pk() != null && !model.hasNaturalKey()) {
      ValueKind kind = profile.kindOf(model.primaryKey());
      return canonical(model, object, model.primaryKey(), model.pk(), kind, object.pk());
    }
    Optional<List<String>> key = NaturalKeyOf.object(profile, model, object);
    Optional<String> pk = key.isEmpty() ? Optional.empty() : keys.id(model, key.get());
    return pk.orElseThrow(
        () ->
            fault(
                model,
                object,
                "pk",
                "an object without a primary key is matched by its natural key, and "
                    + (model.fixtureKey().isEmpty()
                        ? model.label() + " has none"
                        : "this one lacks " + String.join(", ", model.fixtureKey()))));
  }

  private String value(Model model, FixtureObject object, Field field) throws SQLException {
    if (!object.fields().containsKey(field.name())) {
      return missing(model, object, field);
    }
    Object value = text(field, object.fields().get(field.name()));
    if (value == null && !field.nullable() && !takesNull(model, field)) {
      throw fault(model, object, field.name(), "NULL stands where the column takes none");
    }
    if (value != null && field.to().isPresent()) {
      Model to = profile.require(field.to().get());
      if (to.hasNaturalKey() || value instanceof List) {
        return reference(model, object, field.name(), to, value);
      }
    }
    return canonical(model, object, field, field.name(), profile.kindOf(field), value);
  }

  /** As Django makes an object whose field nobody gave: its default, NULL, or the empty text. */
  private String missing(Model model, FixtureObject object, Field field) {
    ValueKind kind = profile.kindOf(field);
    if (field.defaultValue() != null) {
      return canonical(model, object, field, field.name(), kind, field.defaultValue());
    }
    if (field.nullable()) {
      return null;
    }
    if (kind == ValueKind.TEXT && field.to().isEmpty()) {
      return "";
    }
    throw fault(
        model,
        object,
        field.name(),
        "the fixture does not give this field, it has no default, and its column takes no NULL");
  }

  /** Whether the target's column was made to take NULL, though its field does not. */
  private boolean takesNull(Model model, Field field) {
    CatalogColumn column = catalog.getOrDefault(model.table(), Map.of()).get(field.column());
    return column != null && column.column().nullable();
  }

  /**
   * dumpdata writes the JSON text null, 5 or [1] of a JSONField as the bare value; any other text
   * it writes as text.
   */
  private static Object text(Field field, Object value) {
    boolean json = field.python().filter("JSONField"::equals).isPresent();
    if (!json || value instanceof String || (value == null && field.nullable())) {
      return value;
    }
    try {
      return COMPACT.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was read as JSON can be written as JSON", e);
    }
  }

  private List<String> ends(Model model, FixtureObject object, ManyToMany relation)
      throws SQLException {
    Object value = object.fields().get(relation.name());
    if (!(value instanceof List<?> list)) {
      throw fault(model, object, relation.name(), "a many-to-many field is a list");
    }
    Model other = profile.require(relation.to());
    ValueKind kind = profile.kindOf(other.primaryKey());
    List<String> ends = new ArrayList<>();
    for (Object each : list) {
      boolean natural = other.hasNaturalKey() || each instanceof List;
      ends.add(
          natural
              ? reference(model, object, relation.name(), other, each)
              : canonical(model, object, other.primaryKey(), relation.name(), kind, each));
    }
    return ends.stream().distinct().sorted().toList();
  }

  private String reference(Model model, FixtureObject object, String field, Model to, Object value)
      throws SQLException {
    if (!(value instanceof List<?> parts)) {
      // Finding 20: ids of content types differ between databases; as numbers they would load, and
      // point at wrong models.
      throw fault(
          model,
          object,
          field,
          "a number points at "
              + to.label()
              + ", whose ids differ between databases. Dump with --natural, so that it is named by its natural key");
    }
    List<String> key = parts.stream().map(String::valueOf).toList();
    return keys.id(to, key)
        .orElseThrow(
            () ->
                fault(
                    model,
                    object,
                    field,
                    "the target has no " + to.verboseName() + " " + String.join(".", key)));
  }

  /**
   * @param name of the field that the fixture gives, where a many-to-many list holds the value
   */
  private String canonical(
      Model model, FixtureObject object, Field field, String name, ValueKind kind, Object value) {
    try {
      return kind == ValueKind.DATE_TIME && value instanceof String text
          ? dateTime(model, field, text)
          : CanonicalValue.ofFixture(kind, value);
    } catch (ValueFault e) {
      throw fault(model, object, name, e.getMessage());
    }
  }

  private String dateTime(Model model, Field field, String text) {
    CatalogColumn column = catalog.getOrDefault(model.table(), Map.of()).get(field.column());
    String type = column == null ? "datetime" : column.column().type();
    DateTimeForm.Read read = dates.read(text, type);
    notes.add(model, field, read);
    return read.text();
  }

  private StationFailure fault(Model model, FixtureObject object, String field, String what) {
    String pk = FixtureDialect.printable(profile, model, object.pk());
    return new StationFailure(
        "Reading "
            + file
            + ", "
            + model.label()
            + " pk="
            + pk
            + ", field "
            + field
            + ": "
            + what
            + ". Mend it at the source or in the fixture, then load again. The target stays as it was.");
  }

  /** Bytes in a statement: UTF-8, and a backslash before each of what the driver escapes. */
  private static long size(String value) {
    if (value == null) {
      return 5;
    }
    long escapes =
        value
            .chars()
            .filter(
                c ->
                    c == '\'' || c == '\\' || c == '"' || c == '\n' || c == '\r' || c == 0
                        || c == 26)
            .count();
    return value.getBytes(StandardCharsets.UTF_8).length + escapes + 3;
  }
}
