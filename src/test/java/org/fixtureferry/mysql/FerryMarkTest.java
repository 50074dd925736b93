package org.fixtureferry.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.Test;

class FerryMarkTest {
  private static final FerryMark.Entry ENTRY =
      new FerryMark.Entry(
          "10.0.0.7:3306/it's",
          "djnro-0.8",
          "loaded",
          "abc",
          Instant.parse("2026-01-02T03:04:05Z"));

  @Test
  void isWrittenWithWhatItSpeaksOfOrNotAtAll() throws Exception {
    for (SandboxServer server : List.of(Servers.legacy(), Servers.newHost())) {
      String database = Servers.freshDatabase(server, "mark");
      try (Connection connection = Servers.connect(server, database)) {
        assertThat(FerryMark.read(connection, database)).isEmpty();
        Sql.run(connection, FerryMark.createTable());
        connection.setAutoCommit(false);
        FerryMark.write(connection, ENTRY);
        connection.rollback();
        assertThat(FerryMark.read(connection, database)).isEmpty();
        FerryMark.write(connection, ENTRY);
        connection.commit();
        assertThat(FerryMark.read(connection, database)).containsExactly(ENTRY);
        assertThat(ENTRY.isOf("10.0.0.7:3306/it's", "djnro-0.8")).isTrue();
        assertThat(ENTRY.isOf("10.0.0.7:3306/its", "djnro-0.8")).isFalse();
        assertThatThrownBy(() -> FerryMark.write(connection, ENTRY))
            .isInstanceOf(SQLException.class)
            .matches(e -> ((SQLException) e).getErrorCode() == SqlFault.DUPLICATE_KEY);
      }
    }
  }

  @Test
  void aTableOfThatNameWithOtherColumnsIsNotOurs() throws Exception {
    SandboxServer server = Servers.newHost();
    String database = Servers.freshDatabase(server, "mark");
    try (Connection connection = Servers.connect(server, database)) {
      Sql.run(connection, "CREATE TABLE fixture_ferry (id int)");

      assertThat(FerryMark.stands(connection, database)).isFalse();
      assertThat(FerryMark.read(connection, database)).isEmpty();
    }
  }
}
