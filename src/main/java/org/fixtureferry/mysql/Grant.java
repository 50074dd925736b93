package org.fixtureferry.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of SHOW GRANTS, without the password hash that old servers put into it.
 *
 * @param privileges in capitals; one that covers only some columns ends in " (…)"
 * @param database "*", or a pattern in which _ and % are wildcards unless escaped
 * @param object "*", or the one table that it speaks of
 * @param revoked whether it takes away (MySQL 8's partial revokes)
 */
public record Grant(List<String> privileges, String database, String object, boolean revoked) {
  private static final String NAME = "(\\*|`(?:[^`]|``)*`)";
  private static final Pattern LINE =
      Pattern.compile(
          "^(GRANT|REVOKE) (.+?) ON (?:TABLE )?" + NAME + "\\." + NAME + " (?:TO|FROM) .*$",
          Pattern.DOTALL);

  public Grant {
    privileges = List.copyOf(privileges);
  }

  /** Empty for a line that speaks of something else: a role, a proxy, a single routine. */
  static Optional<Grant> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new Grant(
                privileges(matcher.group(2)),
                unquote(matcher.group(3)),
                unquote(matcher.group(4)),
                matcher.group(1).equals("REVOKE")))
        : Optional.empty();
  }

  boolean isGlobal() {
    return database.equals("*");
  }

  boolean covers(String wanted) {
    return isGlobal() || like(database).matcher(wanted).matches();
  }

  boolean holds(String privilege) {
    return privileges.contains(privilege) || privileges.contains("ALL PRIVILEGES");
  }

  /** As it may be shown: "SELECT, LOCK TABLES ON `eduroam\_08`.*". */
  public String printable() {
    return (revoked ? "not " : "")
        + String.join(", ", privileges)
        + " ON "
        + (isGlobal() ? "*" : Identifier.quote(database))
        + "."
        + (object.equals("*") ? "*" : Identifier.quote(object));
  }

  /** Splits at the commas outside of a column list. */
  private static List<String> privileges(String text) {
    List<String> found = new ArrayList<>();
    for (String each : text.split(",(?![^(]*\\))")) {
      String privilege = each.trim().toUpperCase(Locale.ROOT).replaceAll("\\s*\\(.*\\)$", " (…)");
      if (!privilege.equals("USAGE")) {
        found.add(privilege);
      }
    }
    return found;
  }

  private static String unquote(String name) {
    return name.equals("*") ? name : name.substring(1, name.length() - 1).replace("``", "`");
  }

  private static Pattern like(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        regex.append(Pattern.quote(pattern.substring(i + 1, i + 2)));
        i++;
      } else {
        regex.append(c == '_' ? "." : c == '%' ? ".*" : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
