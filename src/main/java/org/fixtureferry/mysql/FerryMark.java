package org.fixtureferry.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The small table in the target that says whose target it is and what is done. Rows are written in
 * the same transaction as what they speak of.
 */
public final class FerryMark {
  public static final String TABLE = "fixture_ferry";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private FerryMark() {}

  /**
   * One thing that is done.
   *
   * @param source the source as the operator gave it, see {@link #name}
   * @param profile name of the profile
   * @param step what was done, such as "prepared"
   * @param key which of its units; a step and a key occur once
   * @param time when, in UTC, whole seconds
   */
  public record Entry(String source, String profile, String step, String key, Instant time) {
    public boolean isOf(String wantedSource, String wantedProfile) {
      return source.equals(wantedSource) && profile.equals(wantedProfile);
    }
  }

  /** How a mark names a source: "host:port/database". */
  public static String name(Endpoint source) {
    return source.server() + "/" + source.database();
  }

  public static String createTable() {
    return Sql.named("create-mark").strip();
  }

  /** Whether a database holds our table; another of that name with other columns is not ours. */
  public static boolean stands(Connection connection, String database) throws SQLException {
    return Sql.number(connection, Sql.named("has-mark"), database, TABLE) == 6;
  }

  /** Every entry, the oldest first; none where the table does not stand. */
  public static List<Entry> read(Connection connection, String database) throws SQLException {
    if (!stands(connection, database)) {
      return List.of();
    }
    return Sql.list(
        connection,
        "SELECT source, profile, step, `key`, `time` FROM "
            + Identifier.quote(database)
            + "."
            + TABLE
            + " ORDER BY id",
        row ->
            new Entry(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                LocalDateTime.parse(row.getString(5).substring(0, 19), TIME)
                    .toInstant(ZoneOffset.UTC)));
  }

  /** Writes an entry into the selected database, within the caller's transaction. */
  public static void write(Connection connection, Entry entry) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO "
                + TABLE
                + " (source, profile, step, `key`, `time`) VALUES (?, ?, ?, ?, ?)")) {
      insert.setString(1, entry.source);
      insert.setString(2, entry.profile);
      insert.setString(3, entry.step);
      insert.setString(4, entry.key);
      insert.setString(5, time(entry));
      insert.executeUpdate();
    }
  }

  /** The same as a statement that a person can run. */
  public static String insert(Entry entry) {
    return "INSERT INTO "
        + TABLE
        + " (source, profile, step, `key`, `time`) VALUES ("
        + String.join(
            ", ",
            List.of(
                Identifier.literal(entry.source),
                Identifier.literal(entry.profile),
                Identifier.literal(entry.step),
                Identifier.literal(entry.key),
                Identifier.literal(time(entry))))
        + ")";
  }

  private static String time(Entry entry) {
    return TIME.format(LocalDateTime.ofInstant(entry.time, ZoneOffset.UTC));
  }
}
