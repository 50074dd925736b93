package org.fixtureferry.servers;

import java.sql.SQLException;
import java.util.List;
import org.fixtureferry.connect.sandbox.SampleDatabase;
import org.fixtureferry.connect.sandbox.SandboxServer;

/** The demo's sample with its dirt, and copies of it that a test changes by SQL of its own. */
public final class DirtySample {
  private static final int INSTITUTIONS = 3;

  private DirtySample() {}

  /** A fresh one; gives its name. */
  public static String make(SandboxServer server) throws SQLException {
    String name = Servers.freshDatabase(server, "dirty");
    Servers.run(server, "", "DROP DATABASE " + name);
    SampleDatabase.create(server, Samples.DJNRO, name, INSTITUTIONS);
    SampleDatabase.soil(server, Samples.DJNRO, name);
    return name;
  }

  /** The same rows in a database of another name. */
  public static String copy(SandboxServer server, String database) throws SQLException {
    String copy = Servers.freshDatabase(server, "copy");
    List<String> tables = Contents.ask(server, database, "SHOW TABLES");
    StringBuilder script = new StringBuilder("SET SESSION sql_mode='NO_AUTO_VALUE_ON_ZERO';\n");
    for (String table : tables) {
      script.append("CREATE TABLE %2$s.%3$s LIKE %1$s.%3$s;\n".formatted(database, copy, table));
      script.append(
          "INSERT INTO %2$s.%3$s SELECT * FROM %1$s.%3$s;\n".formatted(database, copy, table));
    }
    Servers.run(server, "", script.toString());
    return copy;
  }
}
