package org.fixtureferry.mysql;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixtureferry.django.InitialRows;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.South;

/** The rows that syncdb and South leave in a fresh database, as INSERT statements by table. */
public final class FirstRows {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private FirstRows() {}

  public static Map<String, InitialRows> of(Profile profile, Clock clock) {
    Map<String, InitialRows> rows = new LinkedHashMap<>();
    profile.initialRows().stream()
        .filter(each -> !each.rows().isEmpty())
        .forEach(each -> rows.put(each.table(), each));
    South south = profile.south();
    if (!south.migrations().isEmpty()) {
      rows.put(south.table(), history(south, clock));
    }
    return rows;
  }

  public static String insert(InitialRows rows) {
    return "INSERT INTO "
        + Identifier.quote(rows.table())
        + " ("
        + Identifier.list(rows.columns())
        + ") VALUES\n"
        + rows.rows().stream().map(FirstRows::tuple).collect(Collectors.joining(",\n"));
  }

  /** South writes the local time of its host, without a zone. */
  private static InitialRows history(South south, Clock clock) {
    String now = TIME.format(LocalDateTime.now(clock));
    List<List<Object>> rows = new ArrayList<>();
    for (South.Migration migration : south.migrations()) {
      rows.add(List.of(rows.size() + 1, migration.app(), migration.migration(), now));
    }
    return new InitialRows(south.table(), List.of("id", "app_name", "migration", "applied"), rows);
  }

  private static String tuple(List<Object> row) {
    return row.stream()
        .map(
            value ->
                value instanceof Number ? value.toString() : Identifier.literal(value.toString()))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
