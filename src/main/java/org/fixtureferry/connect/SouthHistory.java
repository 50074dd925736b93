package org.fixtureferry.connect;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fixtureferry.django.Key;
import org.fixtureferry.django.South;
import org.fixtureferry.django.South.Migration;
import org.fixtureferry.django.South.Trace;
import org.fixtureferry.django.Table;

/**
 * South's history of the source against the profile's.
 *
 * @param missing migrations of the profile that are not applied, "app:migration"
 * @param unknown applied ones that the profile does not know, of its own apps
 * @param elsewhere applied ones of apps that the profile has no migrations of
 * @param interim those of the missing ones that were begun, each with what shows it
 */
public record SouthHistory(
    State state,
    List<String> missing,
    List<String> unknown,
    List<String> elsewhere,
    Map<String, String> interim) {
  public SouthHistory {
    missing = List.copyOf(missing);
    unknown = List.copyOf(unknown);
    elsewhere = List.copyOf(elsewhere);
    interim = Collections.unmodifiableMap(new LinkedHashMap<>(interim));
  }

  /** How the two histories lie to each other. */
  public enum State {
    COMPLETE,
    /** The last migrations are missing. */
    BEHIND,
    /** A missing migration has left traces, or later ones of the same app are applied. */
    INTERIM,
    /** The source has later migrations than the profile. */
    AHEAD;

    @JsonValue
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A row of South's own table. */
  record Applied(String app, String migration) {
    @Override
    public String toString() {
      return app + ":" + migration;
    }
  }

  static SouthHistory judge(South expected, Set<Applied> applied, Map<String, Table> schema) {
    Set<Applied> known = new LinkedHashSet<>();
    Set<String> apps = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    Map<String, String> interim = new LinkedHashMap<>();
    for (Migration migration : expected.migrations()) {
      Applied row = new Applied(migration.app(), migration.migration());
      known.add(row);
      apps.add(migration.app());
      if (!applied.contains(row)) {
        missing.add(migration.toString());
        String sign = sign(migration, applied, schema);
        if (sign != null) {
          interim.put(migration.toString(), sign);
        }
      }
    }
    List<String> unknown = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    for (Applied row : applied) {
      if (!known.contains(row)) {
        (apps.contains(row.app) ? unknown : elsewhere).add(row.toString());
      }
    }
    State state =
        !interim.isEmpty()
            ? State.INTERIM
            : !unknown.isEmpty() ? State.AHEAD : missing.isEmpty() ? State.COMPLETE : State.BEHIND;
    return new SouthHistory(state, missing, unknown, elsewhere, interim);
  }

  /** What shows that a missing migration was begun; null where nothing does. */
  private static String sign(Migration migration, Set<Applied> applied, Map<String, Table> schema) {
    for (Trace trace : migration.traces()) {
      Table table = schema.get(trace.table());
      if (table != null && has(table, trace)) {
        return "its "
            + trace
                .column()
                .map(column -> "column " + column)
                .orElseGet(() -> "unique key (" + String.join(", ", trace.key()) + ")")
            + " stands in "
            + trace.table();
      }
    }
    // South numbers its migrations: the name says the order.
    return applied.stream()
        .filter(row -> row.app.equals(migration.app()))
        .map(Applied::migration)
        .filter(name -> name.compareTo(migration.migration()) > 0)
        .sorted()
        .findFirst()
        .map(later -> later + " is applied without it")
        .orElse(null);
  }

  private static boolean has(Table table, Trace trace) {
    if (trace.column().isPresent()) {
      return table.column(trace.column().get()).isPresent();
    }
    // By set: the migration and the server may name the columns in different order.
    return table.keys().stream()
        .anyMatch(
            key ->
                key.kind() == Key.Kind.UNIQUE
                    && Set.copyOf(key.columns()).equals(Set.copyOf(trace.key())));
  }
}
