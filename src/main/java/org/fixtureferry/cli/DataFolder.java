package org.fixtureferry.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.fixtureferry.crossing.Plan;
import org.fixtureferry.crossing.PlanFault;
import org.fixtureferry.report.StationFailure;

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

  /**
   * Holds a folder for the one console that may use it, until the channel is closed or the program
   * ends.
   *
   * @throws StationFailure where another one holds it
   */
  static FileChannel claim(Path folder) {
    try {
      FileChannel lock =
          FileChannel.open(
              Files.createDirectories(folder).resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (lock.tryLock() != null) {
        return lock;
      }
      lock.close();
    } catch (IOException e) {
      throw new StationFailure(
          "The data folder "
              + folder
              + " cannot be written. Make it writable, or set FERRY_DATA to another folder.",
          e);
    }
    throw new StationFailure(
        "A console is running on the data folder "
            + folder
            + " already. End that one, or set FERRY_DATA to another folder.");
  }
}
