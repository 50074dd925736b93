package org.fixtureferry.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtureferry.load.PreparedTarget.contact;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.IndexFixture;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.RowSum;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of it, or nothing. */
class LoadTransactionTest {
  private static final int MANY = 5_000;

  @TempDir Path folder;
  private PreparedTarget target;

  @BeforeEach
  void prepare() throws SQLException {
    target = PreparedTarget.on(Servers.newHost());
  }

  @Test
  void cancelInTheMiddleRollsBack() throws Exception {
    Map<String, String> before = target.checksums();
    Cancellation cancellation = new Cancellation();

    assertThatThrownBy(
            () ->
                target
                    .load(contacts(MANY, "name"))
                    .run(whenHalfIsWritten(progress -> cancellation.request()), cancellation))
        .isInstanceOf(Cancellation.Cancelled.class);

    assertThat(target.checksums()).isEqualTo(before);
    assertThat(target.run(contacts(MANY, "name")).loaded()).isTrue();
  }

  @Test
  void aKilledConnectionLeavesTheTargetAsItWas() throws Exception {
    Map<String, String> before = target.checksums();

    assertThatThrownBy(
            () ->
                target
                    .load(contacts(MANY, "name"))
                    .run(whenHalfIsWritten(progress -> kill()), new Cancellation()))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("the connection was lost")
        .hasMessageContaining("The target stays as it was")
        .hasMessageNotContaining("pk=");

    assertThat(target.checksums()).isEqualTo(before);
    assertThat(target.run(contacts(MANY, "name")).loaded()).isTrue();
  }

  @Test
  void aSecondLoadWaitsForTheFirstAndNeverMixes() throws Exception {
    CountDownLatch secondWaits = new CountDownLatch(1);
    CountDownLatch firstWrites = new CountDownLatch(1);
    LoadFixture one = target.load(contacts(MANY, "one"));
    LoadFixture two = target.load(contacts(folder.resolve("two"), MANY, "two"));

    CompletableFuture<LoadResult> first =
        CompletableFuture.supplyAsync(
            () ->
                one.run(
                    whenHalfIsWritten(
                        progress -> {
                          firstWrites.countDown();
                          await(secondWaits);
                        }),
                    new Cancellation()));
    await(firstWrites);
    CompletableFuture<LoadResult> second =
        CompletableFuture.supplyAsync(
            () ->
                two.run(
                    progress -> {
                      if (progress.phase().startsWith("Waiting")) {
                        secondWaits.countDown();
                      }
                    },
                    new Cancellation()));

    assertThat(first.get(60, TimeUnit.SECONDS).added()).isEqualTo(MANY);
    assertThat(second.get(60, TimeUnit.SECONDS).updated()).isEqualTo(MANY);
    assertThat(target.ask("SELECT DISTINCT contact_name FROM edumanage_contact"))
        .containsExactly("two");
  }

  @Test
  void aLoadThatWaitsCanBeCancelled() throws Exception {
    Cancellation cancellation = new Cancellation();
    try (var holder = Servers.connect(target.server, target.database);
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.executeQuery("SELECT id FROM fixture_ferry FOR UPDATE").close();

      assertThatThrownBy(
              () ->
                  target
                      .load(contacts(1, "name"))
                      .run(progress -> cancellation.request(), cancellation))
          .isInstanceOf(Cancellation.Cancelled.class);
    }
  }

  @Test
  void fiveThousandObjectsTakeAHundredStatements() throws Exception {
    long before = Contents.statements(target.server);
    target.run(contacts(MANY, "name"));
    long added = Contents.statements(target.server);
    target.run(contacts(MANY, "other"));
    long changed = Contents.statements(target.server);

    assertThat(added - before).isLessThan(200);
    assertThat(changed - added).isLessThan(200);
  }

  @Test
  void aFixtureOfManyPacketsArrives() throws Exception {
    target = PreparedTarget.on(Servers.legacy()); // max_allowed_packet is 1 MB there
    String[] messages =
        IntStream.range(0, 60)
            .mapToObj(
                pk ->
                    PreparedTarget.object(
                        "south.migrationhistory",
                        1_000 + pk,
                        "\"app_name\": \"x\", \"migration\": \"\", \"applied\": \"2014-10-10 22:59:59\""))
            .toArray(String[]::new);
    String[] sessions =
        IntStream.range(0, 60)
            .mapToObj(
                pk ->
                    PreparedTarget.object(
                        "sessions.session",
                        "\"key " + pk + "\"",
                        "\"session_data\": \""
                            + "é\\\"".repeat(pk % 10 == 9 ? 200_000 : 20_000)
                            + "\", \"expire_date\": \"2014-10-10 22:59:59\""))
            .toArray(String[]::new);

    LoadResult result =
        target.run(
            PreparedTarget.fixture(folder, String.join(",", messages), String.join(",", sessions)));

    assertThat(result.loaded()).isTrue();
    assertThat(
            target.ask(
                "SELECT CONCAT_WS(' ', COUNT(*), SUM(CHAR_LENGTH(session_data))) FROM django_session"))
        .containsExactly("60 " + (6 * 400_000 + 54 * 40_000));
  }

  @Test
  void saysThatAllIsLoadedWhereOnlyTheNextIdsCannotBeRaised() throws Exception {
    Path fixture = contacts(3, "name");
    FixtureMeta meta =
        IndexFixture.of(fixture, Station.LOAD, ProgressListener.NO_OP, new Cancellation());
    new FixtureMeta(
            Samples.DJNRO.name(),
            PreparedTarget.SOURCE,
            null,
            PreparedTarget.EXCLUDE,
            meta.sha256(),
            meta.size(),
            meta.ranges(),
            Map.of("edumanage_contact", new FixtureMeta.TableState(RowSum.NOTHING, 5_000)),
            null,
            null,
            null,
            0,
            true)
        .writeBeside(fixture);
    Endpoint account = target.account("SELECT, INSERT, UPDATE, DELETE");

    assertThatThrownBy(
            () -> target.loadAs(account, fixture).run(ProgressListener.NO_OP, new Cancellation()))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("edumanage_contact")
        .hasMessageContaining("loaded and committed");
    assertThat(target.ask("SELECT COUNT(*) FROM edumanage_contact")).containsExactly("3");

    assertThat(target.run(fixture).good()).isTrue();
    assertThat(Contents.nextIds(target.server, target.database))
        .containsEntry("edumanage_contact", 5_000L);
  }

  private ProgressListener whenHalfIsWritten(Consumer<Progress> then) {
    boolean[] done = {false};
    return progress -> {
      if (!done[0]
          && progress.phase().equals("Writing rows")
          && progress.done() >= progress.total() / 2) {
        done[0] = true;
        then.accept(progress);
      }
    };
  }

  private void kill() {
    try {
      List<String> sessions =
          Contents.ask(
              target.server,
              "",
              "SELECT id FROM information_schema.processlist WHERE db = '" + target.database + "'");
      assertThat(sessions).hasSize(1);
      Servers.run(target.server, "", "KILL CONNECTION " + sessions.get(0));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path contacts(int count, String name) {
    return contacts(folder, count, name);
  }

  private static Path contacts(Path folder, int count, String name) {
    folder.toFile().mkdirs();
    return PreparedTarget.fixture(
        folder,
        IntStream.rangeClosed(1, count)
            .mapToObj(pk -> contact(pk, "\"" + name + "\""))
            .toArray(String[]::new));
  }
}
