package org.fixtureferry.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtureferry.verify.TwoDatabases.told;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Progress;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tables of many chunks, and rows larger than a packet. */
class VerifyManyRowsTest {
  private static final int MEGABYTE = 1 << 20;
  private static long packetOfSource;
  private static long packetOfTarget;

  @BeforeAll
  static void lowerThePacketsOfNewSessions() throws SQLException {
    packetOfSource = packet(Servers.legacy(), MEGABYTE);
    packetOfTarget = packet(Servers.newHost(), MEGABYTE);
  }

  @AfterAll
  static void raiseThemAgain() throws SQLException {
    packet(Servers.legacy(), packetOfSource);
    packet(Servers.newHost(), packetOfTarget);
  }

  @Test
  void findsWhatDiffersInAMiddleChunkAndBeyondTheSourcesRange() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.both(manyMessages(100, 12_000));
    two.atTarget(
        "UPDATE auth_message SET message = 'other' WHERE id = 6100",
        "INSERT INTO auth_message VALUES (1, 1, 'before all'), (99999, 1, 'after all')",
        "DELETE FROM auth_message WHERE id = 12099");
    List<Progress> told = new ArrayList<>();
    VerifyResult result = two.verify(told::add);
    assertThat(told(result))
        .containsExactlyInAnyOrder(
            "row-differs | auth_message | 6100 | message | message 6100 | other",
            "row-extra | auth_message | 1 | - | - | -",
            "row-extra | auth_message | 99999 | - | - | -",
            "row-missing | auth_message | 12099 | - | - | -",
            "ledger | auth_message | - | - | - | -");
    assertThat(told)
        .filteredOn(progress -> "auth_message".equals(progress.subject()))
        .extracting(Progress::subjectDone)
        .hasSize(3)
        .contains(12_000L);
  }

  @Test
  void findsWhatDiffersInAManyToManyTableOfManyChunks() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.both(
        "DELETE FROM auth_user_groups",
        "INSERT INTO auth_user_groups (user_id, group_id) VALUES "
            + IntStream.range(0, 11_000)
                .mapToObj(i -> "(" + (1 + i / 4) + "," + (1 + i % 4) + ")")
                .collect(Collectors.joining(",")));
    two.atTarget("DELETE FROM auth_user_groups WHERE user_id = 1500 AND group_id = 2");
    assertThat(told(two.verify()))
        .contains("row-missing | auth_user_groups | 1500 | groups | 2 | -");
  }

  @Test
  void namesARowLargerThanAPacketThatDiffersInItsLastByte() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    int length = 3 * MEGABYTE;
    insertPage(Servers.legacy(), two.source, "x".repeat(length) + "A");
    insertPage(Servers.newHost(), two.target, "x".repeat(length) + "B");
    VerifyResult result = two.verify();
    assertThat(told(result))
        .containsExactly(
            "row-differs | django_flatpage | 99 | content | …"
                + "x".repeat(20)
                + "A | …"
                + "x".repeat(20)
                + "B");
    assertThat(result.findings().get(0).text()).contains("from character 3,145,729 on");
  }

  @Test
  void isGreenWithARowLargerThanAPacket() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    insertPage(Servers.legacy(), two.source, "λ".repeat(MEGABYTE));
    insertPage(Servers.newHost(), two.target, "λ".repeat(MEGABYTE));
    assertThat(told(two.verify())).isEmpty();
  }

  private static String manyMessages(int first, int rows) {
    return "INSERT INTO auth_message (id, user_id, message) VALUES "
        + IntStream.range(first, first + rows)
            .mapToObj(id -> "(" + id + ", 1, 'message " + id + "')")
            .collect(Collectors.joining(","));
  }

  private static void insertPage(SandboxServer server, String database, String content)
      throws SQLException {
    long before = packet(server, 64L * MEGABYTE);
    try (Connection connection = Servers.connect(server, database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO django_flatpage VALUES (99, '/big/', 'Big', '" + content + "', 0, '', 0)");
    } finally {
      packet(server, before);
    }
  }

  /** Sets the packet of sessions to come; gives what it was. */
  private static long packet(SandboxServer server, long bytes) throws SQLException {
    try (Connection connection = Servers.connect(server, "")) {
      long before = Sql.number(connection, "SELECT @@global.max_allowed_packet");
      Sql.run(connection, "SET GLOBAL max_allowed_packet = " + bytes);
      return before;
    }
  }
}
