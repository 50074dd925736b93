package org.fixtureferry.load;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.Sql;

/**
 * Primary keys by natural key, as they will be after the load: those of the target, and those of
 * the fixture's own objects, wherever they stand in it. A model's keys are read when they are first
 * asked for.
 */
final class KeyMap {
  private final Connection connection;
  private final Profile profile;
  private final Map<String, Map<List<String>, String>> ids = new HashMap<>();
  private final Map<String, Own> own = new HashMap<>();

  private KeyMap(Connection connection, Profile profile) {
    this.connection = connection;
    this.profile = profile;
  }

  /** What the fixture holds of one model. */
  private static final class Own {
    private final Map<List<String>, String> byKey = new HashMap<>();
    private final Set<String> pks = new HashSet<>();
    private BigInteger highest = BigInteger.ZERO;
    private BigInteger next;
  }

  static KeyMap read(Connection connection, Profile profile) throws SQLException {
    KeyMap keys = new KeyMap(connection, profile);
    for (Model model : profile.models()) {
      if (model.hasNaturalKey()) {
        keys.ids(model);
      }
    }
    return keys;
  }

  private Map<List<String>, String> ids(Model model) throws SQLException {
    Map<List<String>, String> known = ids.get(model.label());
    if (known == null) {
      known = read(model);
      ids.put(model.label(), known);
    }
    return known;
  }

  private Map<List<String>, String> read(Model model) throws SQLException {
    Lookups lookups = new Lookups(profile, model.table());
    List<String> parts =
        model.fixtureKey().stream()
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

  /** An object of the fixture that has a primary key of its own. */
  void hold(Model model, List<String> naturalKey, String pk) {
    Own held = own(model);
    held.byKey.put(naturalKey, pk);
    held.pks.add(pk);
    if (pk.matches("-?\\d+")) {
      held.highest = held.highest.max(new BigInteger(pk));
    }
  }

  /** An object of the fixture that only its natural key names. */
  void hold(Model model, List<String> naturalKey) {
    own(model).byKey.putIfAbsent(naturalKey, null);
  }

  private Own own(Model model) {
    return own.computeIfAbsent(model.label(), label -> new Own());
  }

  /**
   * The primary key that the row of this natural key has after the load; empty where there is no
   * such row. To be asked when every object of the fixture is held.
   */
  Optional<String> id(Model model, List<String> naturalKey) throws SQLException {
    if (model.fixtureKey().isEmpty()) {
      return Optional.empty();
    }
    Own held = own(model);
    String given = held.byKey.get(naturalKey);
    if (given != null) {
      return Optional.of(given);
    }
    String standing = ids(model).get(naturalKey);
    if (held.byKey.containsKey(naturalKey)) {
      String pk = standing == null ? next(model, held) : standing;
      held.byKey.put(naturalKey, pk);
      return Optional.of(pk);
    }
    // A row that the fixture gives another natural key has this one no more.
    return Optional.ofNullable(standing).filter(pk -> !held.pks.contains(pk));
  }

  /** The next id that neither the target nor the fixture has given out. */
  private String next(Model model, Own held) throws SQLException {
    if (held.next == null) {
      String highest =
          Sql.list(
                  connection,
                  "SELECT IFNULL(MAX("
                      + Identifier.quote(model.primaryKey().column())
                      + "), 0) FROM "
                      + Identifier.quote(model.table()),
                  row -> row.getString(1))
              .get(0);
      long given =
          Catalog.tables(connection, connection.getCatalog()).stream()
              .filter(table -> table.name().equals(model.table()))
              .mapToLong(table -> table.autoIncrement().orElse(0))
              .findFirst()
              .orElse(0);
      held.next =
          new BigInteger(highest)
              .add(BigInteger.ONE)
              .max(held.highest.add(BigInteger.ONE))
              .max(BigInteger.valueOf(given));
    }
    String pk = held.next.toString();
    held.next = held.next.add(BigInteger.ONE);
    return pk;
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
