package org.fixtureferry.prepare;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fixtureferry.mysql.Account;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Grants;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.SqlFault;

/**
 * The accounts with rights on the source database, as far as ours may know them. Passwords and
 * their hashes are never asked for.
 *
 * @param note what could not be read, or which accounts were left out; null where nothing
 */
record ApplicationAccounts(List<OfferedAccount> offered, String note) {
  /** Rights on a database that mysql.db names otherwise than GRANT does; null: not offered. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("CREATE TMP TABLE", "CREATE TEMPORARY TABLES");

  /** Not every target knows them, or they are not the application's to have. */
  private static final Set<String> NOT_OFFERED =
      Set.of("GRANT", "DELETE HISTORY", "SHOW CREATE ROUTINE");

  static ApplicationAccounts read(Connection connection, Database source, Database target)
      throws SQLException {
    Grants own = Grants.ofCurrentUser(connection);
    String database = source.endpoint().database();
    String targetDatabase = target.endpoint().database();
    try {
      List<OfferedAccount> offered = new ArrayList<>();
      for (Holder holder :
          Sql.list(connection, "SELECT * FROM mysql.db WHERE ? LIKE db", Holder::read, database)) {
        // The account that was made for the crossing only reads; nobody needs it on the new host.
        boolean ours = holder.account.equals(own.account());
        if (!holder.isAnonymous() && !(ours && onlyReads(holder.rights))) {
          offered.add(OfferedAccount.of(holder.account, holder.rights, targetDatabase));
        }
      }
      return new ApplicationAccounts(offered, administrators(connection));
    } catch (SQLException e) {
      if (!SqlFault.isDenied(e)) {
        throw e;
      }
      return ofOurselves(own, database, targetDatabase);
    }
  }

  private record Holder(Account account, List<String> rights) {
    boolean isAnonymous() {
      return account.user().isEmpty() || rights.isEmpty();
    }

    /** Which rights there are differs from version to version: the columns say it. */
    static Holder read(ResultSet row) throws SQLException {
      List<String> rights = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        String column = row.getMetaData().getColumnName(i).toUpperCase(Locale.ROOT);
        if (column.endsWith("_PRIV") && "Y".equals(row.getString(i))) {
          String right = column.substring(0, column.length() - "_PRIV".length()).replace('_', ' ');
          if (!NOT_OFFERED.contains(right)) {
            rights.add(OTHER_NAMES.getOrDefault(right, right));
          }
        }
      }
      return new Holder(new Account(row.getString("User"), row.getString("Host")), rights);
    }
  }

  private static String administrators(Connection connection) throws SQLException {
    List<String> names =
        Sql.list(
            connection,
            "SELECT user, host FROM mysql.user WHERE select_priv = 'Y' AND insert_priv = 'Y'",
            row -> new Account(row.getString(1), row.getString(2)).toString());
    return names.isEmpty()
        ? null
        : "Accounts with rights on the whole source server are not offered: "
            + String.join(", ", names)
            + ".";
  }

  private static ApplicationAccounts ofOurselves(
      Grants own, String database, String targetDatabase) {
    Set<String> rights = new TreeSet<>();
    own.lines().stream()
        .filter(grant -> !grant.revoked() && !grant.database().equals("*"))
        .filter(
            grant -> grant.object().equals("*") && own.allows(grant.privileges().get(0), database))
        .forEach(grant -> rights.addAll(grant.privileges()));
    List<OfferedAccount> offered =
        onlyReads(rights)
            ? List.of()
            : List.of(OfferedAccount.of(own.account(), List.copyOf(rights), targetDatabase));
    return new ApplicationAccounts(
        offered,
        "The account "
            + own.account()
            + " may not read mysql.db of the source, so the application's own account is not known"
            + " here. Its name stands in the application's settings.");
  }

  private static boolean onlyReads(Collection<String> rights) {
    return Set.of("SELECT", "LOCK TABLES", "SHOW VIEW").containsAll(rights);
  }
}
