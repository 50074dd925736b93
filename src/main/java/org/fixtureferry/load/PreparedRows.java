package org.fixtureferry.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixtureferry.django.InitialRows;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.South;

/**
 * The rows that Prepare puts into a fresh database, such as the default site: provisional, until a
 * fixture says otherwise.
 */
final class PreparedRows {
  private final Map<String, Map<String, String>> rows;

  private PreparedRows(Map<String, Map<String, String>> rows) {
    this.rows = rows;
  }

  static PreparedRows of(Profile profile, Model model) {
    if (model.table().equals(profile.south().table())) {
      return new PreparedRows(south(profile.south()));
    }
    return new PreparedRows(
        profile
            .initialRows(model.table())
            .map(initial -> initial(model, initial))
            .orElse(Map.of()));
  }

  /**
   * Whether a row of the target is one that Prepare made, unchanged since; columns that Prepare
   * fills with a time do not count.
   */
  boolean made(String pk, Map<String, String> values) {
    Map<String, String> row = rows.get(pk);
    return row != null
        && row.entrySet().stream()
            .allMatch(column -> column.getValue().equals(values.get(column.getKey())));
  }

  private static Map<String, Map<String, String>> initial(Model model, InitialRows initial) {
    int pk = initial.columns().indexOf(model.primaryKey().column());
    Map<String, Map<String, String>> rows = new HashMap<>();
    for (List<Object> row : initial.rows()) {
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        if (i != pk) {
          values.put(initial.columns().get(i), String.valueOf(row.get(i)));
        }
      }
      rows.put(String.valueOf(row.get(pk)), values);
    }
    return rows;
  }

  private static Map<String, Map<String, String>> south(South south) {
    Map<String, Map<String, String>> rows = new HashMap<>();
    for (int i = 0; i < south.migrations().size(); i++) {
      South.Migration each = south.migrations().get(i);
      rows.put(
          String.valueOf(i + 1), Map.of("app_name", each.app(), "migration", each.migration()));
    }
    return rows;
  }
}
