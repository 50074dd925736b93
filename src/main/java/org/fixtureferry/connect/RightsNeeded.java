package org.fixtureferry.connect;

import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.mysql.Account;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Grants;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.LockMode;

/**
 * The rights that our account needs, and no more.
 *
 * @param inDatabase on the database
 * @param onServer on the whole server
 */
record RightsNeeded(String database, List<String> inDatabase, List<String> onServer) {

  static RightsNeeded of(Database database, LockMode lock) {
    String name = database.endpoint().database();
    return switch (database.side()) {
      case SOURCE ->
          switch (lock) {
            case TABLES -> new RightsNeeded(name, List.of("SELECT", "LOCK TABLES"), List.of());
            case SERVER -> new RightsNeeded(name, List.of("SELECT"), List.of("RELOAD"));
            case NONE -> new RightsNeeded(name, List.of("SELECT"), List.of());
          };
      // ALTER and INDEX: AUTO_INCREMENT is raised after the load, Upgrade changes the schema.
      // REFERENCES: MySQL 5.7 and later ask for it where a foreign key is made.
      case TARGET ->
          new RightsNeeded(
              name,
              List.of(
                  "SELECT",
                  "INSERT",
                  "UPDATE",
                  "DELETE",
                  "CREATE",
                  "DROP",
                  "ALTER",
                  "INDEX",
                  "REFERENCES"),
              List.of());
    };
  }

  /** The lines that give these rights, ready to paste. */
  List<String> statements(Account account) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "GRANT "
            + String.join(", ", inDatabase)
            + " ON "
            + Identifier.grantPattern(database)
            + ".* TO "
            + account.quoted()
            + ";");
    if (!onServer.isEmpty()) {
      lines.add("GRANT " + String.join(", ", onServer) + " ON *.* TO " + account.quoted() + ";");
    }
    return lines;
  }

  /** Those that the account does not have. */
  List<String> lacking(Grants grants) {
    List<String> missing = new ArrayList<>();
    inDatabase.stream().filter(right -> !grants.allows(right, database)).forEach(missing::add);
    onServer.stream().filter(right -> !grants.allowsEverywhere(right)).forEach(missing::add);
    return missing;
  }
}
