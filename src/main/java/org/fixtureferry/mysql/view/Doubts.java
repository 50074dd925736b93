package org.fixtureferry.mysql.view;

import static org.fixtureferry.report.Severity.LOOK;
import static org.fixtureferry.report.Severity.STOPS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.GenericForeignKey;
import org.fixtureferry.django.Key;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.django.ValueKind;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Lookups;

/** Everything that MyISAM lets into a row and InnoDB or Django does not, asked of one source. */
final class Doubts {
  private final Profile profile;
  private final Map<String, Map<String, CatalogColumn>> catalog;
  private final List<Doubt> doubts = new ArrayList<>();

  private Doubts(Profile profile, Map<String, Map<String, CatalogColumn>> catalog) {
    this.profile = profile;
    this.catalog = catalog;
  }

  /**
   * @param catalog the source's columns by table and name; what it lacks is not asked about
   */
  static List<Doubt> all(
      Profile profile, Map<String, Map<String, CatalogColumn>> catalog, Map<String, Table> schema) {
    Doubts all = new Doubts(profile, catalog);
    for (Model model : profile.models()) {
      if (all.has(model.table(), model.primaryKey().column())) {
        all.primaryKey(model);
        model.dataFields().stream()
            .filter(field -> all.has(model.table(), field.column()))
            .forEach(field -> all.field(model, field));
        model.genericForeignKeys().forEach(key -> all.generic(model, key));
        all.duplicates(model, model.table(), model.primaryKey().column(), schema);
      }
      if (model.label().equals("auth.permission")) {
        all.customPermission(model);
      }
      model.manyToMany().stream()
          .filter(relation -> all.has(relation.table(), relation.column()))
          .forEach(relation -> all.manyToMany(model, relation));
      model.manyToMany().stream()
          .filter(relation -> all.has(relation.table(), "id"))
          .forEach(relation -> all.duplicates(model, relation.table(), "id", schema));
    }
    return List.copyOf(all.doubts);
  }

  private void primaryKey(Model model) {
    Field pk = model.primaryKey();
    if (profile.kindOf(pk) == ValueKind.INTEGER) {
      add(
          "odd-primary-key",
          model,
          pk,
          t -> column(t, pk) + " <= 0",
          LOOK,
          List.of("carry-over", "stop"),
          "with a primary key that is 0 or negative. Django's loaddata would give a new number in place of 0.");
    }
  }

  private void field(Model model, Field field) {
    if (field.to().isPresent() && !isGenericType(model, field)) {
      foreignKey(model, field);
    }
    ValueKind kind = profile.kindOf(field);
    switch (kind) {
      case DATE, DATE_TIME -> zeroDate(model, field);
      case BOOLEAN -> booleanRange(model, field);
      case TEXT -> text(model, field);
      case INTEGER, DECIMAL, FLOAT, TIME -> {}
    }
    Fit.doubt(profile, model, field, catalog.get(model.table()).get(field.column()))
        .ifPresent(doubts::add);
  }

  private void foreignKey(Model model, Field field) {
    Model to = profile.require(field.to().orElseThrow());
    if (!has(to.table(), profile.referenced(field, to).column())) {
      return;
    }
    add(
        "orphan-foreign-key",
        model,
        field,
        t -> missing(column(t, field), to.table(), profile.referenced(field, to).column()),
        STOPS,
        Doubt.withNull(field, "stop", "leave-out", "set-null", "reject"),
        "pointing at a row of "
            + to.label()
            + " that is gone. MyISAM declares no foreign keys; InnoDB refuses such rows, and dumpdata aborts on them.");
  }

  private void zeroDate(Model model, Field field) {
    add(
        "zero-date",
        model,
        field,
        t ->
            "(CAST("
                + column(t, field)
                + " AS CHAR) LIKE '0000%' OR CAST("
                + column(t, field)
                + " AS CHAR) LIKE '%-00%')",
        STOPS,
        Doubt.withNull(field, "stop", "set-null", "set-date 2000-01-01"),
        "with a zero in the date, such as 0000-00-00, which nobody but MySQL accepts.");
  }

  private void booleanRange(Model model, Field field) {
    add(
        "boolean-range",
        model,
        field,
        t -> column(t, field) + " NOT IN (0, 1)",
        STOPS,
        List.of("stop", "treat-as-true"),
        "with a boolean that is neither 0 nor 1. Django reads any other number as true; loaddata refuses it.");
  }

  private void text(Model model, Field field) {
    bytes(model, field, catalog.get(model.table()).get(field.column()));
    add(
        "mojibake",
        model,
        field,
        t -> Mojibake.isTwice(column(t, field)),
        LOOK,
        List.of("carry-over", "repair"),
        "with a text that looks like UTF-8 stored twice over. Look at each before it is repaired.");
    add(
        "surrogate-pair",
        model,
        field,
        t -> Surrogates.has(column(t, field)),
        LOOK,
        List.of("carry-over", "stop"),
        "with a character beyond the basic plane, stored as two surrogates.");
    if (field.python().filter("MultiSelectField"::equals).isPresent() && field.nullable()) {
      add(
          "null-multiselect",
          model,
          field,
          t -> column(t, field) + " IS NULL",
          LOOK,
          List.of("carry-over", "set-empty"),
          "where a multiple choice is NULL. dumpdata would turn it into an empty text without a word; the application may stumble over NULL where it does not over ''.");
    }
    if (field.python().filter("JSONField"::equals).isPresent()) {
      add(
          "broken-json",
          model,
          field,
          t -> JsonText.isDoubtful(column(t, field)),
          LOOK,
          Doubt.withNull(field, "carry-over", "set-null", "set-empty"),
          "with a text that should be JSON and is not. dumpdata aborts on it.");
      doubts.add(doubts.remove(doubts.size() - 1).unless(JsonText::isJson));
    }
  }

  /** What the target's charset cannot take, whatever is decided; some of it can be repaired. */
  private void bytes(Model model, Field field, CatalogColumn column) {
    String charset = column.charset().orElse("binary");
    if (charset.startsWith("utf8")) {
      add(
          "mojibake",
          model,
          field,
          t ->
              "("
                  + NotUtf8.is(column(t, field), charset)
                  + " OR "
                  + Mojibake.isTwice(column(t, field))
                  + ")",
          STOPS,
          List.of("stop", "repair"),
          "with a text that is not UTF-8, such as latin1 bytes in a utf8 column or a character that was cut in its middle, or that looks like UTF-8 stored twice over. The target refuses what is not UTF-8: it cannot be carried over as it is. Look at each before it is repaired.");
      onlyIf(t -> NotUtf8.is(column(t, field), charset));
    }
    boolean wide =
        charset.matches("utf8mb4|utf16|utf16le|utf32|gb18030")
            && !profile.charset().equals("utf8mb4");
    boolean bytes =
        charset.equals("binary") && column.column().type().matches("(?i).*(blob|binary).*");
    if (wide || bytes) {
      add(
          "does-not-fit",
          model,
          field,
          t -> {
            String value =
                wide && !charset.equals("utf8mb4")
                    ? "CONVERT(" + column(t, field) + " USING utf8mb4)"
                    : column(t, field);
            return NotUtf8.is(value, profile.charset())
                + (wide ? " AND NOT " + NotUtf8.is(value, "utf8mb4") : "");
          },
          STOPS,
          List.of("stop"),
          "with "
              + (wide ? "characters of four bytes" : "bytes")
              + " that the target's "
              + profile.charset()
              + " cannot hold. Mend it at the source.");
    }
  }

  /** The doubt that was added last stands only where some row is wrong in this way, too. */
  private void onlyIf(UnaryOperator<String> condition) {
    doubts.add(doubts.remove(doubts.size() - 1).standingOnlyIf(condition));
  }

  private void generic(Model model, GenericForeignKey key) {
    Field type = model.field(key.contentType()).orElseThrow();
    Field object = model.field(key.objectId()).orElseThrow();
    Model contentTypes = profile.require(type.to().orElseThrow());
    if (!has(model.table(), type.column())
        || !has(model.table(), object.column())
        || !has(contentTypes.table(), contentTypes.primaryKey().column())) {
      return;
    }
    add(
        "stale-content-type",
        model,
        type,
        t ->
            column(t, type)
                + " IS NOT NULL AND NOT "
                + typeIs(
                    column(t, type),
                    contentTypes,
                    profile.models().stream()
                        .map(Doubts::isModel)
                        .collect(Collectors.joining(" OR "))),
        STOPS,
        Doubt.withNull(type, "stop", "leave-out", "set-null"),
        "of a content type that is gone, or whose model is gone.");
    String gone =
        profile.models().stream()
            .filter(
                each ->
                    profile.kindOf(each.primaryKey()) == ValueKind.INTEGER
                        && has(each.table(), each.primaryKey().column()))
            .map(
                each ->
                    isModel(each)
                        + " AND NOT EXISTS (SELECT 1 FROM "
                        + Identifier.quote(each.table())
                        + " g WHERE "
                        + Lookups.column("g", each.primaryKey().column())
                        + " = %1$s)")
            .map(each -> "(" + each + ")")
            .collect(Collectors.joining(" OR "));
    add(
        SourceView.DANGLING,
        model,
        object,
        t ->
            column(t, object)
                + " IS NOT NULL AND "
                + typeIs(column(t, type), contentTypes, gone.replace("%1$s", column(t, object))),
        LOOK,
        List.of("carry-over", "leave-out"),
        "of an object that is gone. Django carries such rows as they are.");
  }

  static String typeIs(String type, Model contentTypes, String condition) {
    return "EXISTS (SELECT 1 FROM "
        + Identifier.quote(contentTypes.table())
        + " c WHERE "
        + Lookups.column("c", contentTypes.primaryKey().column())
        + " = "
        + type
        + " AND ("
        + condition
        + "))";
  }

  static String isModel(Model model) {
    return "(c.app_label = "
        + Identifier.literal(model.appLabel())
        + " AND c.model = "
        + Identifier.literal(model.model())
        + ")";
  }

  private void manyToMany(Model model, ManyToMany relation) {
    Model other = profile.require(relation.to());
    if (!has(model.table(), model.primaryKey().column())
        || !has(other.table(), other.primaryKey().column())) {
      return;
    }
    doubts.add(
        new Doubt(
            "orphan-many-to-many",
            model,
            relation.table(),
            relation.name(),
            null,
            t ->
                "("
                    + missing(
                        Lookups.column(t, relation.column()),
                        model.table(),
                        model.primaryKey().column())
                    + " OR "
                    + missing(
                        Lookups.column(t, relation.reverseColumn()),
                        other.table(),
                        other.primaryKey().column())
                    + ")",
            LOOK,
            List.of("leave-out", "stop"),
            "with an end that is gone. dumpdata drops such many-to-many rows without a word."));
  }

  private void customPermission(Model permission) {
    if (!permission.hasNaturalKey() || !has(permission.table(), permission.primaryKey().column())) {
      return;
    }
    Lookups lookups = new Lookups(profile, permission.table());
    String key = lookups.naturalKeyOf(Lookups.BASE, permission);
    String declared =
        profile.declaredKeys(permission).stream()
            .map(each -> Identifier.literal(String.join(".", each)))
            .collect(Collectors.joining(", ", "('', ", ")"));
    String pk = permission.primaryKey().column();
    doubts.add(
        new Doubt(
            "custom-permission",
            permission,
            permission.table(),
            null,
            null,
            t ->
                Lookups.column(t, pk)
                    + " IN (SELECT x.pk FROM (SELECT "
                    + Lookups.column(Lookups.BASE, pk)
                    + " AS pk FROM "
                    + lookups.from()
                    + " WHERE "
                    + key
                    + " NOT IN "
                    + declared
                    + ") x)",
            LOOK,
            List.of("carry-over", "leave-out"),
            "that no model declares: a custom permission. The application's own commands never make it again; carried over, it is made on the target with its content type and its assignments."));
  }

  private void duplicates(Model model, String table, String pk, Map<String, Table> schema) {
    Map<String, CatalogColumn> columns = catalog.get(table);
    for (Key key : Duplicates.unproven(profile, table, schema, columns)) {
      if (!key.columns().contains(pk)) {
        doubts.add(
            new Doubt(
                "duplicate-key",
                model,
                table,
                key.columns().size() == 1
                    ? model.fieldOfColumn(key.columns().get(0)).map(Field::name).orElse(null)
                    : null,
                key.columns().size() == 1 ? key.columns().get(0) : null,
                t -> Duplicates.later(profile, table, pk, key, columns, t),
                STOPS,
                List.of("stop", "leave-out"),
                "repeating an earlier row under the unique key ("
                    + String.join(", ", key.columns())
                    + "), as the target compares texts."));
      }
    }
  }

  private boolean isGenericType(Model model, Field field) {
    return model.genericForeignKeys().stream()
        .anyMatch(key -> key.contentType().equals(field.name()));
  }

  private static String missing(String reference, String table, String key) {
    return "("
        + reference
        + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
        + Identifier.quote(table)
        + " m WHERE "
        + Lookups.column("m", key)
        + " = "
        + reference
        + "))";
  }

  private void add(
      String check,
      Model model,
      Field field,
      java.util.function.UnaryOperator<String> wrong,
      org.fixtureferry.report.Severity severity,
      List<String> decisions,
      String sentence) {
    doubts.add(
        new Doubt(
            check,
            model,
            model.table(),
            field.name(),
            field.column(),
            wrong,
            severity,
            decisions,
            sentence));
  }

  private boolean has(String table, String column) {
    return catalog.getOrDefault(table, Map.of()).containsKey(column);
  }

  private static String column(String alias, Field field) {
    return Lookups.column(alias, field.column());
  }
}
