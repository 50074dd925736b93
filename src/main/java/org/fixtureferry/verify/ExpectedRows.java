package org.fixtureferry.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixtureferry.django.InitialRows;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.South;
import org.fixtureferry.mysql.Lookups;

/**
 * What Prepare makes in a table, by key: all that the target may hold of a model that the export
 * left out.
 *
 * @param key SQL that names a row
 * @param columns what is compared
 */
record ExpectedRows(String key, List<String> columns, Map<String, List<String>> rows) {

  static ExpectedRows of(Profile profile, TablePair pair) {
    Model model = pair.model();
    if (pair.relation().isPresent()) {
      return none(pair);
    }
    if (profile.south().table().equals(model.table())) {
      return south(profile.south(), model);
    }
    return profile
        .initialRows(model.table())
        .map(rows -> initial(rows, model.primaryKey().column()))
        .orElseGet(() -> none(pair));
  }

  private static ExpectedRows none(TablePair pair) {
    return new ExpectedRows(pair.target().key(), List.of(), Map.of());
  }

  /** When a migration was applied is the clock's matter. */
  private static ExpectedRows south(South south, Model model) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    south.migrations().forEach(migration -> rows.put(migration.toString(), List.of()));
    String key =
        "CONCAT(" + column(model, "app_name") + ", ':', " + column(model, "migration") + ")";
    return new ExpectedRows(key, List.of(), rows);
  }

  private static ExpectedRows initial(InitialRows initial, String primaryKey) {
    int key = initial.columns().indexOf(primaryKey);
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (List<Object> row : initial.rows()) {
      List<String> values = new ArrayList<>(row.stream().map(String::valueOf).toList());
      String pk = values.remove(key);
      rows.put(pk, values);
    }
    List<String> columns = new ArrayList<>(initial.columns());
    columns.remove(key);
    return new ExpectedRows(Lookups.column(Lookups.BASE, primaryKey), columns, rows);
  }

  private static String column(Model model, String field) {
    return Lookups.column(Lookups.BASE, model.field(field).orElseThrow().column());
  }
}
