package org.fixtureferry.mysql;

import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;

/**
 * The question which rows of one relation point at nothing.
 *
 * @param check slug: orphan-foreign-key or orphan-many-to-many
 * @param model label of the model that holds the relation
 * @param name the relation as people name it, "edumanage.instserver.instid"
 * @param target label of the model that it points at
 * @param from FROM and WHERE clauses; the rows that they give are the orphans
 * @param key SQL that names such a row
 * @param reference SQL that gives what it points at
 */
public record OrphanQuery(
    String check,
    String model,
    String table,
    String column,
    String name,
    String target,
    String from,
    String key,
    String reference) {

  /**
   * One for each foreign key, one-to-one, and end of a many-to-many relation that the profile's
   * models declare.
   */
  public static List<OrphanQuery> all(Profile profile) {
    List<OrphanQuery> queries = new ArrayList<>();
    for (Model model : profile.models()) {
      for (Field field : model.dataFields()) {
        if (field.to().isPresent()) {
          Model to = profile.require(field.to().get());
          queries.add(
              of(
                  "orphan-foreign-key",
                  model,
                  model.table(),
                  field.column(),
                  model.label() + "." + field.name(),
                  to,
                  profile.referenced(field, to),
                  model.primaryKey().column()));
        }
      }
      for (ManyToMany relation : model.manyToMany()) {
        Model other = profile.require(relation.to());
        String name = model.label() + "." + relation.name();
        queries.add(
            of(
                "orphan-many-to-many",
                model,
                relation.table(),
                relation.column(),
                name,
                model,
                model.primaryKey(),
                relation.column()));
        queries.add(
            of(
                "orphan-many-to-many",
                model,
                relation.table(),
                relation.reverseColumn(),
                name,
                other,
                other.primaryKey(),
                relation.column()));
      }
    }
    return queries;
  }

  private static OrphanQuery of(
      String check,
      Model model,
      String table,
      String column,
      String name,
      Model to,
      Field toField,
      String key) {
    String reference = Lookups.column(Lookups.BASE, column);
    String found = Lookups.column("o", toField.column());
    String from =
        "FROM "
            + Identifier.quote(table)
            + " "
            + Lookups.BASE
            + " LEFT JOIN "
            + Identifier.quote(to.table())
            + " o ON "
            + found
            + " = "
            + reference
            + " WHERE "
            + reference
            + " IS NOT NULL AND "
            + found
            + " IS NULL";
    return new OrphanQuery(
        check,
        model.label(),
        table,
        column,
        name,
        to.label(),
        from,
        Lookups.column(Lookups.BASE, key),
        reference);
  }
}
