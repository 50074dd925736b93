package org.fixtureferry.django;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One Django model as its {@code _meta} describes it.
 *
 * @param model the model's name in lower case, as in a fixture's "edumanage.instserver"
 * @param pk name of the primary key's field
 * @param ordering {@code Meta.ordering}: field names, lookups such as {@code content_type__model},
 *     a leading minus
 * @param naturalKey lookups that make the natural key, in its order; empty where the model has none
 * @param laterNaturalKey likewise, of a later Django whose dumps may name the object so; empty
 *     where none does
 * @param fields every concrete field, the primary key included, in declared order
 */
public record Model(
    String appLabel,
    String model,
    String verboseName,
    String table,
    String pk,
    List<String> ordering,
    List<String> naturalKey,
    List<String> laterNaturalKey,
    List<List<String>> uniqueTogether,
    List<Field> fields,
    List<ManyToMany> manyToMany,
    List<GenericForeignKey> genericForeignKeys,
    List<Permission> permissions) {

  public Model {
    Check.present("app label", appLabel);
    Check.present("model name", model);
    Check.present("table of " + model, table);
    Check.present("primary key of " + model, pk);
    model = model.toLowerCase(Locale.ROOT);
    ordering = Check.list(ordering);
    naturalKey = Check.list(naturalKey);
    laterNaturalKey = Check.list(laterNaturalKey);
    uniqueTogether = Check.list(uniqueTogether);
    fields = Check.list(fields);
    manyToMany = Check.list(manyToMany);
    genericForeignKeys = Check.list(genericForeignKeys);
    permissions = Check.list(permissions);
    String key = pk;
    if (fields.stream().noneMatch(field -> field.name().equals(key))) {
      throw new IllegalArgumentException(
          "Model " + model + " has no field " + pk + " for its primary key.");
    }
  }

  /** The name that fixtures and plans use, such as "edumanage.institution". */
  @JsonIgnore
  public String label() {
    return appLabel + "." + model;
  }

  @JsonIgnore
  public Field primaryKey() {
    return field(pk).orElseThrow();
  }

  /** Every field but the primary key: what a fixture lists under "fields", many-to-many apart. */
  @JsonIgnore
  public List<Field> dataFields() {
    return fields.stream().filter(field -> !field.name().equals(pk)).toList();
  }

  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  public Optional<Field> fieldOfColumn(String column) {
    return fields.stream().filter(field -> field.column().equals(column)).findFirst();
  }

  public Optional<ManyToMany> manyToMany(String name) {
    return manyToMany.stream().filter(relation -> relation.name().equals(name)).findFirst();
  }

  @JsonIgnore
  public boolean hasNaturalKey() {
    return !naturalKey.isEmpty();
  }

  public Model withFields(List<Field> others) {
    return new Model(
        appLabel,
        model,
        verboseName,
        table,
        pk,
        ordering,
        naturalKey,
        laterNaturalKey,
        uniqueTogether,
        others,
        manyToMany,
        genericForeignKeys,
        permissions);
  }

  /** The natural key by which a fixture of any age may name an object; empty where it cannot. */
  @JsonIgnore
  public List<String> fixtureKey() {
    return naturalKey.isEmpty() ? laterNaturalKey : naturalKey;
  }

  @Override
  public String toString() {
    return label();
  }
}
