package org.fixtureferry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
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

/** Ctrl-C in the middle of a larger sample. */
class InterruptTest {
  private static final int INSTITUTIONS = 1_500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SandboxServer server = Servers.newHost();

  @TempDir Path folder;
  private Endpoint source;
  private Endpoint target;
  private Ferry ferry;
  private String plan;

  @BeforeEach
  void fill() throws Exception {
    String name = Servers.freshDatabase(server, "old");
    Servers.run(server, "", "DROP DATABASE " + name);
    SampleDatabase.create(server, Samples.DJNRO, name, INSTITUTIONS);
    source = Samples.endpoint(server, name);
    target = Samples.endpoint(server, Servers.freshDatabase(server, "new"));
    ferry = new Ferry(folder, Plans.passwords(source, target));
    plan = Plans.write(folder, source, target).toString();
  }

  @Test
  void inTheMiddleOfTheLoadRollsBack() throws Exception {
    String fixture = folder.resolve("fixture.json").toString();
    assertThat(ferry.run("prepare", "--plan", plan).status()).isZero();
    assertThat(ferry.run("export", "--plan", plan, "--out", fixture).status()).isZero();
    Map<String, String> before = Contents.checksums(server, target.database());

    // A table near the end is held: the load stands in the middle, however fast the machine is.
    try (Connection holder = Servers.connect(server, target.database());
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.executeQuery("SELECT * FROM edumanage_realmdata FOR UPDATE");
      try (Ferry.Running load = ferry.start("load", "--plan", plan, fixture)) {
        waitUntil(
            load,
            "SELECT 1 FROM information_schema.innodb_trx"
                + " WHERE trx_state = 'LOCK WAIT' AND trx_rows_modified > 2000");
        load.interrupt();
        assertStopped(load.await());
      }
    }

    assertThat(Contents.checksums(server, target.database())).isEqualTo(before);
    assertThat(ferry.run("load", "--plan", plan, fixture).status()).isZero();
  }

  @Test
  void inTheMiddleOfTheExportFreesTheSource() throws Exception {
    Path fixture = folder.resolve("fixture.json");

    try (Ferry.Running export =
        ferry.start("export", "--plan", plan, "--out", fixture.toString())) {
      // The lock, the questions, and at least one stream of rows.
      waitUntil(
          export,
          "SELECT 1 FROM information_schema.processlist WHERE db = '"
              + source.database()
              + "' HAVING COUNT(*) >= 3");
      export.interrupt();
      assertStopped(export.await());
    }

    assertThat(fixture).doesNotExist();
    assertThatNoException()
        .isThrownBy(
            () ->
                Servers.run(
                    server,
                    source.database(),
                    "SET SESSION lock_wait_timeout = 2;\n"
                        + "DELETE FROM edumanage_contact WHERE id = 1;\n"));
  }

  private static void assertStopped(Ferry.Outcome outcome) {
    assertThat(outcome.err())
        .contains("stopping", "Cancelled", "The source is free", "target stays as it was")
        .doesNotContain("\tat ");
    assertThat(outcome.status()).isEqualTo(1);
  }

  private void waitUntil(Ferry.Running running, String question) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<String> answer = List.of();
    while (answer.isEmpty()) {
      if (!running.process().isAlive()) {
        throw new AssertionError("Ended too early: " + running.await().told());
      }
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      // InnoDB keeps its answers about transactions for as long as they are asked for within 0.1 s.
      Thread.sleep(200);
      answer = Contents.ask(server, "", question);
    }
  }
}
