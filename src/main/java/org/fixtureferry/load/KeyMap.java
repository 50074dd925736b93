package org.fixtureferry.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.Sql;

/**
 * The target's own ids of content types and permissions, by natural key: a few hundred rows, read
 * once.
 */
final class KeyMap {
  private final Map<String, Map<List<String>, String>> ids = new HashMap<>();

  private KeyMap() {}

  static KeyMap read(Connection connection, Profile profile) throws SQLException {
    KeyMap keys = new KeyMap();
    for (Model model : profile.models()) {
      if (model.hasNaturalKey()) {
        keys.ids.put(model.label(), read(connection, profile, model));
      }
    }
    return keys;
  }

  private static Map<List<String>, String> read(Connection connection, Profile profile, Model model)
      throws SQLException {
    Lookups lookups = new Lookups(profile, model.table());
    List<String> parts =
        model.naturalKey().stream()
            .map(part -> lookups.expression(Lookups.BASE, model, part))
            .toList();
    String pk = Lookups.column(Lookups.BASE, model.primaryKey().column());
    Map<List<String>, String> found = new HashMap<>();
    Sql.list(
        connection,
        "SELECT " + pk + ", " + String.join(", ", parts) + " FROM " + lookups.from(),
        row -> {
          List<String> key = new ArrayList<>();
          for (int i = 0; i < parts.size(); i++) {
            key.add(row.getString(i + 2));
          }
          return found.put(key, row.getString(1));
        });
    return found;
  }

  Optional<String> id(Model model, List<String> naturalKey) {
    return Optional.ofNullable(ids.get(model.label()).get(naturalKey));
  }

  /** The natural key of an id, for people to read; the bare id where there is none. */
  String text(Model model, String id) {
    return ids.get(model.label()).entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .findFirst()
        .map(entry -> String.join(".", entry.getKey()))
        .orElse("#" + id);
  }

  void made(Model model, List<String> naturalKey, String id) {
    ids.get(model.label()).put(List.copyOf(naturalKey), id);
  }
}
