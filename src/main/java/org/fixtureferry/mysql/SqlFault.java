package org.fixtureferry.mysql;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server's error says, without what it quotes. MySQL puts values of rows into its messages
 * ("Duplicate entry 'maria@…' for key 'email'"); they stay out of ours.
 */
public final class SqlFault {
  public static final int DUPLICATE_KEY = 1062;
  public static final int LOCK_WAIT_TIMEOUT = 1205;
  public static final int PACKET_TOO_LARGE = 1153;

  private static final Pattern KEY = Pattern.compile("for key '([^']+)'");
  private static final Pattern COLUMN = Pattern.compile("column (?:`[^`]+`\\.)*[`']([^`']+)[`']");

  private SqlFault() {}

  public static String describe(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.getErrorCode()) {
      case DUPLICATE_KEY -> "duplicate key" + first(KEY, message);
      case 1048 -> "NULL is not allowed" + in(message);
      case 1264 -> "number out of range" + in(message);
      case 1265, 1292 -> "value not valid" + in(message);
      case 1366 -> "characters that the column cannot hold" + in(message);
      case 1406 -> "value too long" + in(message);
      case 1451, 1452 -> "a foreign key would point at nothing";
      case 1142, 1143, 1044, 1227, 1370 -> "the account may not do this";
      case 1054 -> "a column does not exist";
      case 1146 -> "the table does not exist";
      case 1050 -> "it exists already";
      case 1007 -> "the database exists already, and the account may not see it";
      case 1286 -> "the server does not know the engine (is InnoDB switched off?)";
      case 1071 -> "a key is longer than the engine allows";
      case 1118 -> "the row is longer than the engine allows";
      case LOCK_WAIT_TIMEOUT -> "another session holds the rows (lock wait timeout)";
      case 1213 -> "deadlock with another session";
      case 1114, 1021, 28 -> "the server's disk is full";
      case PACKET_TOO_LARGE -> "the row is larger than the server's max_allowed_packet";
      case 1290 -> "the server runs read-only";
      case 1317 -> "the server was told to stop this statement";
      case 0 ->
          String.valueOf(e.getSQLState()).startsWith("08")
              ? "the connection was lost"
              : "the driver refused the statement (SQLSTATE " + e.getSQLState() + ")";
      default -> "MySQL error " + e.getErrorCode() + " (SQLSTATE " + e.getSQLState() + ")";
    };
  }

  /** Whether it speaks of one row's values, so that another row would have passed. */
  public static boolean isOfARow(SQLException e) {
    return switch (e.getErrorCode()) {
      case DUPLICATE_KEY, 1048, 1264, 1265, 1292, 1364, 1366, 1406, 1451, 1452 -> true;
      default -> false;
    };
  }

  public static boolean isDenied(SQLException e) {
    return switch (e.getErrorCode()) {
      case 1044, 1045, 1142, 1143, 1227, 1370 -> true;
      default -> false;
    };
  }

  private static String in(String message) {
    return first(COLUMN, message);
  }

  private static String first(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? " '" + matcher.group(1) + "'" : "";
  }
}
