package org.fixtureferry.prepare;

import java.util.List;
import org.fixtureferry.mysql.Account;
import org.fixtureferry.mysql.Identifier;

/**
 * An account with rights on the source database, most likely the application's own, and the
 * statements that would give it the same on the target. Nobody but a person runs them.
 */
public record OfferedAccount(String account, List<String> rights, List<String> statements) {
  public OfferedAccount {
    rights = List.copyOf(rights);
    statements = List.copyOf(statements);
  }

  static OfferedAccount of(Account account, List<String> rights, String targetDatabase) {
    return new OfferedAccount(
        account.toString(),
        rights,
        List.of(
            "CREATE USER " + account.quoted() + " IDENTIFIED BY '<choose a password>';",
            "GRANT "
                + String.join(", ", rights)
                + " ON "
                + Identifier.grantPattern(targetDatabase)
                + ".* TO "
                + account.quoted()
                + ";"));
  }
}
