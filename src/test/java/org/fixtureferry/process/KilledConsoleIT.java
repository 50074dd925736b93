package org.fixtureferry.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.fixtureferry.connect.sandbox.SampleDatabase;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console ends in the middle of an export and of an import; the next one goes on from there.
 */
class KilledConsoleIT {
  private static final int INSTITUTIONS = 700;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SandboxServer server = Servers.newHost();

  @TempDir Path folder;
  private Path data;
  private Endpoint source;
  private Endpoint target;

  /** How a console ends. */
  private interface End {
    void come(ConsoleProcess console) throws Exception;
  }

  @BeforeEach
  void fill() throws Exception {
    data = folder.resolve("data");
    String name = Servers.freshDatabase(server, "old");
    Servers.run(server, "", "DROP DATABASE " + name);
    SampleDatabase.create(server, Samples.DJNRO, name, INSTITUTIONS);
    source = Samples.endpoint(server, name);
    target = Samples.endpoint(server, Servers.freshDatabase(server, "new"));
  }

  @Test
  void whenItIsKilled() throws Exception {
    endsInTheMiddle(ConsoleProcess::kill);
  }

  @Test
  void whenSomebodyPressesCtrlC() throws Exception {
    endsInTheMiddle(
        console -> {
          console.interrupt();
          assertThat(console.err()).doesNotContain("ERROR", "\tat ");
        });
  }

  private void endsInTheMiddle(End end) throws Exception {
    String id;
    try (ConsoleProcess console = ConsoleProcess.serve(data)) {
      id = console.crossings().create("The evening", source, target);
      console.crossings().runAll(id, "connect", "prepare");
      console.crossings().start(id, "export");
      // The lock, the questions, and at least one stream of rows.
      awaitAnswer(
          Duration.ofMillis(2),
          "SELECT 1 FROM information_schema.processlist WHERE db = '"
              + source.database()
              + "' HAVING COUNT(*) >= 3");
      end.come(console);
    }
    assertSourceIsFree();

    Map<String, String> before;
    try (ConsoleProcess console = ConsoleProcess.serve(data)) {
      assertInterrupted(console, id, "export");
      console.crossings().runAll(id, "export", "reorder");
      before = Contents.checksums(server, target.database());
      try (Connection holding = Servers.connect(server, target.database());
          Statement statement = holding.createStatement()) {
        // Nobody can add a row here: the import stands still in its middle until we let go.
        holding.setAutoCommit(false);
        statement.executeQuery("SELECT COUNT(*) FROM edumanage_contact FOR UPDATE").close();
        console.crossings().start(id, "load");
        awaitAnswer(
            // Asked more often than every 0.1 s, the server answers from a copy that it never
            // renews.
            Duration.ofMillis(200),
            "SELECT 1 FROM information_schema.innodb_trx t, information_schema.processlist p"
                + " WHERE p.id = t.trx_mysql_thread_id AND t.trx_state = 'LOCK WAIT' AND p.db = '"
                + target.database()
                + "'");
      }
      end.come(console);
    }
    awaitNobodyAtTheTarget();
    assertThat(Contents.checksums(server, target.database())).isEqualTo(before);

    try (ConsoleProcess console = ConsoleProcess.serve(data)) {
      assertInterrupted(console, id, "load");
      console.crossings().runAll(id, "load", "verify");
      assertThat(console.crossings().page(id, "verify")).doesNotContain("Interrupted");
    }
  }

  private static void assertInterrupted(ConsoleProcess console, String id, String station)
      throws Exception {
    assertThat(console.crossings().state(id, station)).isEqualTo("interrupted");
    assertThat(console.crossings().station(id, station).at("/attempt/state").asText())
        .isEqualTo("interrupted");
    assertThat(console.crossings().page(id, station))
        .contains("Interrupted", "The console ended while this station ran");
  }

  private void assertSourceIsFree() throws Exception {
    Servers.run(
        server,
        source.database(),
        "SET SESSION lock_wait_timeout = 10;\nUPDATE django_site SET name = name WHERE id = 1;\n");
  }

  private void awaitAnswer(Duration every, String question) {
    await()
        .pollInterval(every)
        .pollDelay(Duration.ZERO)
        .atMost(PATIENCE)
        .until(() -> !Contents.ask(server, "", question).isEmpty());
  }

  /**
   * The server rolls back by itself; until then the rows are still to be seen by nobody, but
   * locked.
   */
  private void awaitNobodyAtTheTarget() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                Contents.ask(
                        server,
                        "",
                        "SELECT id FROM information_schema.processlist WHERE db = '"
                            + target.database()
                            + "'")
                    .isEmpty());
  }
}
