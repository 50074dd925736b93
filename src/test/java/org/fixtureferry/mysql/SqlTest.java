package org.fixtureferry.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.fixtureferry.servers.SampleDatabases;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.Test;

class SqlTest {
  @Test
  void aSourceTakesSessionSettingsAndLocksButNoWrites() throws Exception {
    String database = Servers.freshDatabase(Servers.legacy(), "sql");
    Servers.run(Servers.legacy(), database, "CREATE TABLE a (b int) ENGINE=MyISAM");
    try (Connection connection = SampleDatabases.source(Servers.legacy(), database).open()) {
      Sql.run(connection, "SET SESSION wait_timeout = 60");
      Sql.run(connection, "LOCK TABLES a READ");
      Sql.run(connection, "UNLOCK TABLES");

      for (String write :
          new String[] {"INSERT INTO a VALUES (1)", "DROP TABLE a", "UPDATE a SET b = 1"}) {
        assertThatThrownBy(() -> Sql.run(connection, write))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("read-only");
      }
      assertThat(Sql.number(connection, "SELECT COUNT(*) FROM a")).isZero();
    }
  }

  @Test
  void tellsHowManyRowsChanged() throws Exception {
    String database = Servers.freshDatabase(Servers.newHost(), "sql");
    try (Connection connection = SampleDatabases.target(Servers.newHost(), database).open()) {
      assertThat(Sql.run(connection, "CREATE TABLE a (b varchar(20))")).isZero();
      assertThat(Sql.run(connection, "INSERT INTO a VALUES ('{\"x\": 1}'), ('b')")).isEqualTo(2);
      assertThat(Sql.number(connection, "SELECT COUNT(*) FROM a WHERE b LIKE '{%'")).isEqualTo(1);
    }
  }
}
