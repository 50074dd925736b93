package org.fixtureferry.cli;

import java.nio.file.Path;
import org.fixtureferry.crossing.Plan;
import org.fixtureferry.crossing.PlanFault;

/** Where everything lies that we write by ourselves: FERRY_DATA, or ./data. */
final class DataFolder {
  private DataFolder() {}

  static Path root() {
    String data = System.getenv("FERRY_DATA");
    return Path.of(data == null || data.isBlank() ? "data" : data);
  }

  /** The folder of a plan's results, named after the target database. */
  static Path of(Plan plan) {
    String database = plan.target().database();
    if (database == null || database.isBlank()) {
      throw new PlanFault("target.database: the name of a database, at most 64 characters");
    }
    // A database may be called anything; a folder may not.
    return root().resolve(database.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^\\.+", "_"));
  }
}
