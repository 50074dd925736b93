package org.fixtureferry.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.SecretHash;
import org.fixtureferry.report.StationFailure;

/**
 * Holds every object of the fixture against the target, and the target against the fixture. Writes
 * nothing.
 */
final class CompareFixture {
  private final Connection connection;
  private final Profile profile;
  private final KeyMap keys;
  private final List<Model> models;
  private final LoadSettings settings;
  private final DiffListener listener;
  private final Changes changes = new Changes();
  private final ObjectNames names;

  /**
   * @param models those that the fixture speaks of; excluded ones are not among them
   */
  CompareFixture(
      Connection connection,
      Profile profile,
      KeyMap keys,
      List<Model> models,
      LoadSettings settings,
      DiffListener listener) {
    this.connection = connection;
    this.profile = profile;
    this.keys = keys;
    this.models = models;
    this.settings = settings;
    this.listener = listener;
    this.names = new ObjectNames(profile, keys);
  }

  Changes run(FixtureBatches batches) throws IOException, SQLException {
    batches.forEach("Comparing with the target", this::compare);
    for (Model model : models) {
      if (!model.hasNaturalKey()) {
        findOnlyInTarget(model);
      }
    }
    return changes;
  }

  private void compare(FixtureBatches.Batch batch) throws SQLException {
    Model model = batch.model();
    TargetTable table = new TargetTable(connection, profile, model);
    List<String> pks = batch.rows().stream().map(ExpectedRow::pk).toList();
    Map<String, Map<String, String>> rows = table.rows(pks);
    Map<String, Map<String, List<String>>> ends = new HashMap<>();
    for (ManyToMany relation : model.manyToMany()) {
      ends.put(relation.table(), table.ends(relation, pks));
    }
    PreparedRows prepared = PreparedRows.of(profile, model);
    Map<String, ObjectDiff.Clash> clashes = clashes(batch, rows);
    for (ExpectedRow expected : batch.rows()) {
      Map<String, String> actual = rows.get(expected.pk());
      if (actual != null && prepared.made(expected.pk(), actual)) {
        changes.prepared(model);
      }
      compare(model, expected, actual, ends, clashes.get(expected.pk()));
    }
  }

  /** Of the objects that would be written; nothing is asked of a table without rows. */
  private Map<String, ObjectDiff.Clash> clashes(
      FixtureBatches.Batch batch, Map<String, Map<String, String>> rows) throws SQLException {
    FindClashes clashes = new FindClashes(connection, profile, batch.model());
    List<ExpectedRow> differing =
        batch.rows().stream().filter(row -> !row.values().equals(rows.get(row.pk()))).toList();
    return batch.model().hasNaturalKey() || differing.isEmpty() || !clashes.possible()
        ? Map.of()
        : clashes.of(differing);
  }

  private void compare(
      Model model,
      ExpectedRow expected,
      Map<String, String> actual,
      Map<String, Map<String, List<String>>> ends,
      ObjectDiff.Clash clash) {
    String pk = expected.pk();
    if (!changes.firstSight(model, pk)) {
      throw new StationFailure(
          "Comparing "
              + model.label()
              + ": the fixture holds pk="
              + printable(model, pk)
              + " twice. Take one out, then load again. The target stays as it was.");
    }
    changes.weigh(model, expected);
    names.hear(model, expected.values());
    if (clash != null) {
      changes.clash(model, pk, clash.pk(), actual == null);
    }
    if (actual == null) {
      changes.count(model, ObjectDiff.Kind.NEW);
      listener.compared(diff(model, expected, Map.of(), ends, ObjectDiff.Kind.NEW, clash));
      return;
    }
    boolean rowDiffers = !expected.values().equals(actual);
    List<ManyToMany> differing =
        model.manyToMany().stream()
            .filter(
                relation -> {
                  List<String> wanted = expected.relations().get(relation.table());
                  return wanted != null
                      && !wanted.equals(ends.get(relation.table()).getOrDefault(pk, List.of()));
                })
            .toList();
    // Content types and permissions are the target's own: matched, added, never written over.
    if (model.hasNaturalKey() || !rowDiffers && differing.isEmpty()) {
      changes.count(model, ObjectDiff.Kind.SAME);
      listener.compared(
          new ObjectDiff(
              model.label(),
              printable(model, pk),
              naturalText(model, expected.pk(), expected.values()),
              ObjectDiff.Kind.SAME,
              List.of()));
      return;
    }
    changes.count(model, ObjectDiff.Kind.CHANGED);
    listener.compared(diff(model, expected, actual, ends, ObjectDiff.Kind.CHANGED, clash));
    if (settings.changedOf(model.label()) == LoadSettings.Changed.KEEP) {
      changes.keep(model, pk);
      return;
    }
    if (rowDiffers) {
      changes.changedRow(model, pk);
    }
    differing.forEach(relation -> changes.changedEnds(relation, pk));
  }

  private ObjectDiff diff(
      Model model,
      ExpectedRow expected,
      Map<String, String> actual,
      Map<String, Map<String, List<String>>> ends,
      ObjectDiff.Kind kind,
      ObjectDiff.Clash clash) {
    List<ObjectDiff.FieldDiff> fields = new ArrayList<>();
    for (Field field : model.dataFields()) {
      String before = actual.get(field.column());
      String after = expected.values().get(field.column());
      if (kind == ObjectDiff.Kind.NEW || !Objects.equals(before, after)) {
        boolean secret = profile.isSecret(model, field);
        fields.add(
            new ObjectDiff.FieldDiff(
                field.name(), shown(field, before, secret), shown(field, after, secret), secret));
      }
    }
    for (ManyToMany relation : model.manyToMany()) {
      List<String> before = ends.get(relation.table()).getOrDefault(expected.pk(), List.of());
      List<String> after = expected.relations().getOrDefault(relation.table(), before);
      if (kind == ObjectDiff.Kind.NEW ? !after.isEmpty() : !before.equals(after)) {
        fields.add(
            new ObjectDiff.FieldDiff(
                relation.name(),
                kind == ObjectDiff.Kind.NEW ? null : shown(relation, before),
                shown(relation, after),
                false));
      }
    }
    return new ObjectDiff(
        model.label(),
        printable(model, expected.pk()),
        naturalText(model, expected.pk(), expected.values()),
        kind,
        clash == null ? null : new ObjectDiff.Clash(printable(model, clash.pk()), clash.fields()),
        fields);
  }

  private String shown(Field field, String value, boolean secret) {
    if (value == null) {
      return null;
    }
    if (secret) {
      return SecretHash.of(value);
    }
    return field
        .to()
        .map(profile::require)
        .filter(Model::hasNaturalKey)
        .map(to -> keys.text(to, value))
        .orElse(value);
  }

  private String shown(ManyToMany relation, List<String> ends) {
    Model other = profile.require(relation.to());
    return String.join(
        ", ",
        ends.stream().map(end -> other.hasNaturalKey() ? keys.text(other, end) : end).toList());
  }

  private void findOnlyInTarget(Model model) throws SQLException {
    String table = Identifier.quote(model.table());
    long rows = Sql.number(connection, "SELECT COUNT(*) FROM " + table);
    long known =
        changes.of(model, ObjectDiff.Kind.CHANGED) + changes.of(model, ObjectDiff.Kind.SAME);
    if (rows == known) {
      return;
    }
    List<String> pks =
        Sql.list(
                connection,
                "SELECT " + Identifier.quote(model.primaryKey().column()) + " FROM " + table,
                row -> row.getString(1))
            .stream()
            .filter(pk -> !changes.inFixture(model, pk))
            .toList();
    PreparedRows prepared = PreparedRows.of(profile, model);
    TargetTable target = new TargetTable(connection, profile, model);
    for (int from = 0; from < pks.size(); from += TargetTable.BATCH) {
      Map<String, Map<String, String>> found =
          target.rows(pks.subList(from, Math.min(pks.size(), from + TargetTable.BATCH)));
      found.forEach((pk, values) -> onlyInTarget(model, pk, values, prepared));
    }
  }

  private void onlyInTarget(
      Model model, String pk, Map<String, String> values, PreparedRows prepared) {
    names.hear(model, values);
    if (prepared.made(pk, values)) {
      changes.provisional(model, pk);
    } else {
      changes.onlyInTarget(model, pk);
      listener.compared(
          new ObjectDiff(
              model.label(),
              printable(model, pk),
              naturalText(model, pk, values),
              ObjectDiff.Kind.ONLY_IN_TARGET,
              shown(model, values)));
    }
  }

  private List<ObjectDiff.FieldDiff> shown(Model model, Map<String, String> values) {
    return model.dataFields().stream()
        .map(
            field -> {
              boolean secret = profile.isSecret(model, field);
              return new ObjectDiff.FieldDiff(
                  field.name(), shown(field, values.get(field.column()), secret), null, secret);
            })
        .toList();
  }

  private String printable(Model model, String pk) {
    return profile.isSecret(model, model.primaryKey()) ? SecretHash.of(pk) : pk;
  }

  /**
   * What names the object to a person: its first text that is not a secret; where it has none, what
   * others call it, or what it belongs to.
   */
  private String naturalText(Model model, String pk, Map<String, String> values) {
    String text =
        profile.texts(model).stream()
            .map(field -> values.get(field.column()))
            .filter(value -> value != null && !value.isBlank())
            .findFirst()
            .or(() -> names.of(model, pk))
            .orElseGet(() -> relations(model, values));
    if (text.isEmpty()) {
      return null;
    }
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }

  private String relations(Model model, Map<String, String> values) {
    return model.dataFields().stream()
        .filter(field -> field.to().isPresent() && values.get(field.column()) != null)
        .map(field -> field.name() + " " + shown(field, values.get(field.column()), false))
        .collect(Collectors.joining(", "));
  }
}
