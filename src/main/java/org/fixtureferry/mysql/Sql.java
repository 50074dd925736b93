package org.fixtureferry.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short questions to a server. Those longer than a line are resources, {@code sql/NAME.sql}. */
public final class Sql {
  private Sql() {}

  /** Makes something of one row; the row is lent. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** The text of {@code sql/NAME.sql}. */
  public static String named(String name) {
    try (InputStream in = Sql.class.getResourceAsStream("/sql/" + name + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException("There is no sql/" + name + ".sql");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading sql/" + name + ".sql", e);
    }
  }

  /** Few rows, all of them; for many see {@link RowStream}. */
  public static <T> List<T> list(
      Connection connection, String sql, RowMapper<T> mapper, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(mapper.map(rows));
        }
      }
      return found;
    }
  }

  public static <T> Optional<T> first(
      Connection connection, String sql, RowMapper<T> mapper, Object... parameters)
      throws SQLException {
    return list(connection, sql, mapper, parameters).stream().findFirst();
  }

  /** A single number, such as a count. */
  public static long number(Connection connection, String sql, Object... parameters)
      throws SQLException {
    return first(connection, sql, row -> row.getLong(1), parameters)
        .orElseThrow(() -> new SQLException("No row from: " + sql));
  }

  /** A statement without parameters; gives the number of rows that it changed. */
  public static int run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false); // {…} in a string is JSON, no JDBC escape
      // On a read-only connection executeUpdate refuses everything, even SET and LOCK TABLES.
      statement.execute(sql);
      return Math.max(0, statement.getUpdateCount());
    }
  }
}
