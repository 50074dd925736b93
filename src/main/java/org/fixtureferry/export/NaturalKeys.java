package org.fixtureferry.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.FixtureMeta.Extra;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.view.SourceView;

/** The natural keys of content types and permissions by id: a few hundred rows, read once. */
final class NaturalKeys {
  private final Map<String, Map<String, Named>> byModel = new HashMap<>();

  private record Named(List<String> key, String name) {}

  private NaturalKeys() {}

  static NaturalKeys read(Connection connection, Profile profile, SourceView view)
      throws SQLException {
    NaturalKeys keys = new NaturalKeys();
    for (Model model : profile.models()) {
      if (model.hasNaturalKey()) {
        keys.byModel.put(model.label(), read(connection, profile, model, view));
      }
    }
    return keys;
  }

  private static Map<String, Named> read(
      Connection connection, Profile profile, Model model, SourceView view) throws SQLException {
    Lookups lookups = new Lookups(profile, model.table(), view::rows);
    List<String> parts =
        model.naturalKey().stream()
            .map(part -> lookups.expression(Lookups.BASE, model, part))
            .toList();
    String name =
        model
            .field("name")
            .map(Field::column)
            .map(column -> Lookups.column(Lookups.BASE, column))
            .orElse("''");
    String pk = Lookups.column(Lookups.BASE, model.primaryKey().column());
    Map<String, Named> found = new LinkedHashMap<>();
    Sql.list(
        connection,
        "SELECT "
            + pk
            + ", "
            + name
            + ", "
            + String.join(", ", parts)
            + " FROM "
            + lookups.from()
            + " ORDER BY "
            + pk,
        row -> {
          List<String> key = new ArrayList<>();
          for (int i = 0; i < parts.size(); i++) {
            key.add(row.getString(i + 3));
          }
          return key.contains(null)
              ? null
              : found.put(row.getString(1), new Named(List.copyOf(key), row.getString(2)));
        });
    return found;
  }

  /** The natural key of a row, or null where there is no such row. */
  List<String> of(Model model, String pk) {
    Named named = byModel.get(model.label()).get(pk);
    return named == null ? null : named.key;
  }

  /** What the source has and the profile does not declare. */
  List<Extra> beyond(Model model, List<List<String>> declared) {
    return byModel.getOrDefault(model.label(), Map.of()).values().stream()
        .filter(named -> !declared.contains(named.key))
        .map(named -> new Extra(named.key, named.name))
        .collect(Collectors.toList());
  }
}
