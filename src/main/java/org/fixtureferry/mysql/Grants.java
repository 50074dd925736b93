package org.fixtureferry.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the account of a connection may do, as SHOW GRANTS tells it. */
public record Grants(Account account, List<Grant> lines) {
  public Grants {
    lines = List.copyOf(lines);
  }

  public static Grants ofCurrentUser(Connection connection) throws SQLException {
    Account account =
        Account.parse(
            Sql.first(connection, "SELECT CURRENT_USER()", row -> row.getString(1)).orElseThrow());
    List<String> shown =
        Sql.list(connection, "SHOW GRANTS" + withRoles(connection), row -> row.getString(1));
    return new Grants(account, shown.stream().map(Grant::parse).flatMap(Optional::stream).toList());
  }

  /** Whether a right holds for all of a database. */
  public boolean allows(String privilege, String database) {
    return lines.stream().anyMatch(grant -> whole(grant, database) && grants(grant, privilege))
        && lines.stream()
            .noneMatch(
                grant -> grant.revoked() && grant.covers(database) && grant.holds(privilege));
  }

  /** Whether a right holds for the whole server, such as RELOAD. */
  public boolean allowsEverywhere(String privilege) {
    return lines.stream().anyMatch(grant -> grant.isGlobal() && grants(grant, privilege));
  }

  /** Which of some rights hold for a database, or for some table or column of it. */
  public SortedSet<String> anywhereIn(String database, List<String> privileges) {
    SortedSet<String> found = new TreeSet<>();
    for (String privilege : privileges) {
      if (lines.stream()
          .anyMatch(
              grant ->
                  grant.covers(database)
                      && (grants(grant, privilege)
                          || grant.privileges().contains(privilege + " (…)")))) {
        found.add(privilege);
      }
    }
    return found;
  }

  public List<String> printable() {
    return lines.stream()
        .filter(grant -> !grant.privileges().isEmpty())
        .map(Grant::printable)
        .toList();
  }

  private static boolean whole(Grant grant, String database) {
    return grant.object().equals("*") && grant.covers(database);
  }

  private static boolean grants(Grant grant, String privilege) {
    return !grant.revoked() && grant.holds(privilege);
  }

  /** MySQL 8 leaves out what an active role gives unless it is asked for; MariaDB does not. */
  private static String withRoles(Connection connection) throws SQLException {
    ServerVersion version = Catalog.version(connection);
    if (version.mariaDb() || !version.atLeast(8, 0, 0)) {
      return "";
    }
    String roles =
        Sql.first(connection, "SELECT CURRENT_ROLE()", row -> row.getString(1)).orElse("NONE");
    return roles.equals("NONE") ? "" : " FOR CURRENT_USER() USING " + roles;
  }
}
