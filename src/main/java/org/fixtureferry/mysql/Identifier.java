package org.fixtureferry.mysql;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Quotes names of databases, tables and columns. They come from the catalog or a profile, yet are
 * quoted all the same.
 */
public final class Identifier {
  private Identifier() {}

  public static String quote(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  public static String list(Collection<String> names) {
    return names.stream().map(Identifier::quote).collect(Collectors.joining(", "));
  }

  /**
   * A string literal for statements that are shown to a person to run; our own statements take
   * parameters.
   */
  public static String literal(String value) {
    return "'"
        + value
            .replace("\\", "\\\\")
            .replace("'", "\\'")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\0", "\\0")
        + "'";
  }

  /** A database as a GRANT names it, where _ and % would be wildcards. */
  public static String grantPattern(String database) {
    return quote(database.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%"));
  }
}
