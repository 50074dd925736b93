package org.fixtureferry.django;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One version of one application: its models, tables, first rows and customs.
 *
 * @param format version of this description, 1
 * @param name the slug that a plan uses, such as "djnro-0.8"
 * @param sample names of the demo's databases; null where the profile brings no sample
 * @param defaultExcludes apps and models that dumpdata is told to leave out, as Django's --exclude
 *     takes them
 * @param reorder the order of models that the application's own procedure gives to reorder_fixtures
 * @param secretFields "app.model.field" of passwords, tokens, session data: never printed, only a
 *     short hash
 * @param names which models say what other objects are called
 * @param models in the order in which Django dumps them
 * @param tables as the application makes them on InnoDB
 */
public record Profile(
    int format,
    String name,
    String title,
    String django,
    String charset,
    String collation,
    Sample sample,
    List<String> defaultExcludes,
    List<String> reorder,
    Set<String> secretFields,
    List<Naming> names,
    List<Model> models,
    List<Table> tables,
    List<InitialRows> initialRows,
    South south) {

  public Profile {
    if (format != 1) {
      throw new IllegalArgumentException(
          "A profile of format " + format + " is not known here, only 1.");
    }
    Check.present("name of the profile", name);
    Check.present("charset", charset);
    Check.present("collation", collation);
    Check.present("South history", south);
    defaultExcludes = Check.list(defaultExcludes);
    reorder = Check.list(reorder);
    secretFields = secretFields == null ? Set.of() : Set.copyOf(secretFields);
    names = Check.list(names);
    models = Check.list(models);
    tables = Check.list(tables);
    initialRows = Check.list(initialRows);
  }

  /**
   * The model of a label such as "auth.Permission"; case does not count, as in Django's own
   * get_model.
   */
  public Optional<Model> model(String label) {
    String wanted = label.toLowerCase(Locale.ROOT);
    return models.stream()
        .filter(model -> model.label().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /** A model that another part of this profile names. */
  public Model require(String label) {
    return model(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Profile " + name + " names a model " + label + " that it does not describe."));
  }

  public Optional<Model> modelOfTable(String table) {
    return models.stream().filter(model -> model.table().equals(table)).findFirst();
  }

  public Optional<Table> table(String table) {
    return tables.stream().filter(each -> each.name().equals(table)).findFirst();
  }

  public Optional<InitialRows> initialRows(String table) {
    return initialRows.stream().filter(rows -> rows.table().equals(table)).findFirst();
  }

  /** Every many-to-many table with the model that owns it. */
  @JsonIgnore
  public List<OwnedRelation> manyToManyRelations() {
    return models.stream()
        .flatMap(
            model ->
                model.manyToMany().stream().map(relation -> new OwnedRelation(model, relation)))
        .toList();
  }

  /**
   * The kind of value that a field holds; a relation holds what the other model's primary key is.
   */
  public ValueKind kindOf(Field field) {
    return field
        .to()
        .map(to -> kindOf(referenced(field, require(to))))
        .orElseGet(() -> field.type().kind());
  }

  /**
   * The field of the other model that a relation's column holds: its primary key, or its to_field.
   */
  public Field referenced(Field relation, Model to) {
    return relation.toField().flatMap(to::field).orElseGet(to::primaryKey);
  }

  /**
   * The natural keys of the rows that a fresh database holds of a model with natural keys, such as
   * content types.
   */
  public List<List<String>> declaredKeys(Model model) {
    return initialRows(model.table()).stream()
        .flatMap(
            initial ->
                initial.rows().stream()
                    .map(
                        row ->
                            model.naturalKey().stream()
                                .map(part -> lookup(model, initial, row, part))
                                .toList()))
        .toList();
  }

  private String lookup(Model model, InitialRows initial, List<Object> row, String lookup) {
    int separator = lookup.indexOf("__");
    Field field =
        model.field(separator < 0 ? lookup : lookup.substring(0, separator)).orElseThrow();
    Object value = row.get(initial.columns().indexOf(field.column()));
    if (separator < 0) {
      return String.valueOf(value);
    }
    Model to = require(field.to().orElseThrow());
    InitialRows others = initialRows(to.table()).orElseThrow();
    int key = others.columns().indexOf(to.primaryKey().column());
    List<Object> other =
        others.rows().stream()
            .filter(each -> each.get(key).equals(value))
            .findFirst()
            .orElseThrow();
    return lookup(to, others, other, lookup.substring(separator + 2));
  }

  public boolean isSecret(Model model, Field field) {
    return secretFields.contains(model.label() + "." + field.name());
  }

  /** The texts of a model that may name an object: no secrets, and no references. */
  public List<Field> texts(Model model) {
    return model.dataFields().stream()
        .filter(
            field ->
                kindOf(field) == ValueKind.TEXT && field.to().isEmpty() && !isSecret(model, field))
        .toList();
  }

  /** The same application with other models and tables. */
  public Profile withSchema(List<Model> otherModels, List<Table> otherTables) {
    return new Profile(
        format,
        name,
        title,
        django,
        charset,
        collation,
        sample,
        defaultExcludes,
        reorder,
        secretFields,
        names,
        otherModels,
        otherTables,
        initialRows,
        south);
  }

  /**
   * A model whose objects name what their generic key points at, such as edumanage.name_i18n.
   *
   * @param field that holds the name
   */
  public record Naming(String model, String field) {}

  /** The names that the demo gives its two databases. */
  public record Sample(String source, String target) {}

  /** A many-to-many relation and its owner. */
  public record OwnedRelation(Model owner, ManyToMany relation) {}
}
