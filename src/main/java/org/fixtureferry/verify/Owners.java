package org.fixtureferry.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;

/** Which model each table belongs to, its many-to-many tables included. */
final class Owners {
  /** Our own small table in the target; Cut over drops it. */
  static final String OUR_TABLE = "fixture_ferry";

  private final Map<String, Model> models = new LinkedHashMap<>();
  private final Profile profile;

  Owners(Profile profile) {
    this.profile = profile;
    profile.models().forEach(model -> models.put(model.table(), model));
    profile
        .manyToManyRelations()
        .forEach(each -> models.put(each.relation().table(), each.owner()));
  }

  /** The label of a table's model; null where none knows it. */
  String label(String table) {
    Model model = models.get(table);
    return model == null ? null : model.label();
  }

  /** Whether the profile speaks of a table, as a model's, a relation's or only a schema. */
  boolean know(String table) {
    return models.containsKey(table) || profile.table(table).isPresent();
  }

  Set<String> tables() {
    return models.keySet();
  }
}
