package org.fixtureferry.mysql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code SELECT VERSION()} answers. (JDBC metadata of MariaDB 10 would say 5.5.5.)
 *
 * @param text the answer itself, such as "11.4.5-MariaDB" or "5.5.9-log"
 */
public record ServerVersion(String text, boolean mariaDb, int major, int minor, int patch) {
  private static final Pattern NUMBERS = Pattern.compile("^(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

  public static ServerVersion parse(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.find()) {
      throw new IllegalArgumentException("Not a server version: " + text);
    }
    String patch = numbers.group(3);
    return new ServerVersion(
        text,
        text.contains("MariaDB"),
        Integer.parseInt(numbers.group(1)),
        Integer.parseInt(numbers.group(2)),
        patch == null ? 0 : Integer.parseInt(patch));
  }

  public boolean atLeast(int wantedMajor, int wantedMinor, int wantedPatch) {
    return major != wantedMajor
        ? major > wantedMajor
        : minor != wantedMinor ? minor > wantedMinor : patch >= wantedPatch;
  }

  /** Versions that the crossing was made for: 5.1 to 5.7 and MariaDB of that time. */
  public boolean triedAsSource() {
    return mariaDb
        ? major == 5 || major == 10 || major == 11
        : major == 5 && minor >= 1 && minor <= 7;
  }

  /** Versions that the crossing was made for: MySQL 5.5 to 8.4, MariaDB 10 and 11. */
  public boolean triedAsTarget() {
    return mariaDb
        ? major == 10 || major == 11
        : (major == 5 && minor >= 5) || (major == 8 && minor <= 4);
  }

  @Override
  public String toString() {
    return (mariaDb ? "MariaDB " : "MySQL ") + text;
  }
}
