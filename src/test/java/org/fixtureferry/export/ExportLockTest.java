package org.fixtureferry.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.fixture.FixtureWriter;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.servers.Accounts;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The source is held still while it is read, and freed afterwards, whatever happens. */
class ExportLockTest {
  private static final String INSERT =
      "INSERT INTO edumanage_contact (contact_name, contact_email, contact_phone) VALUES ('late', '', '')";

  private final SandboxServer server = Servers.legacy();

  @TempDir Path folder;
  private String database;
  private Path file;

  @BeforeEach
  void fill() throws SQLException {
    database = Samples.smallLegacy(server);
    file = folder.resolve("fixture.json");
  }

  @Test
  void namesTheGrantThatLockingTablesNeeds() throws Exception {
    refuses(LockMode.TABLES, "GRANT LOCK TABLES ON", database.replace("_", "\\_"), "lock: none");
  }

  @Test
  void namesTheGrantThatLockingTheServerNeeds() throws Exception {
    refuses(LockMode.SERVER, "GRANT RELOAD ON *.*", "lock: none");
  }

  private void refuses(LockMode lock, String... says) throws Exception {
    Files.writeString(file, "the one before");
    Endpoint reader = Accounts.with(server, database, "SELECT");

    assertThatThrownBy(() -> export(reader, lock, ProgressListener.NO_OP, new Cancellation()))
        .isInstanceOf(StationFailure.class)
        .hasMessageContainingAll(says)
        .hasMessageNotContaining(reader.password());
    assertThat(Files.readString(file)).isEqualTo("the one before");
    assertThat(files()).containsExactly("fixture.json");
  }

  @Test
  void anAccountThatMayOnlyReadExportsWithoutALock() throws Exception {
    Endpoint reader = Accounts.with(server, database, "SELECT");

    ExportResult result = export(reader, LockMode.NONE, ProgressListener.NO_OP, new Cancellation());

    assertThat(result.objectCount()).isEqualTo(1_075);
    assertThat(result.good()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = LockMode.class,
      names = {"TABLES", "SERVER"})
  void writersWaitUntilTheExportHasEnded(LockMode lock) throws Exception {
    Writer writer = new Writer();

    ExportResult result = export(root(), lock, writer, new Cancellation());

    assertThat(writer.waited).isTrue();
    writer.insert.get(10, TimeUnit.SECONDS);
    assertThat(result.good()).isTrue();
    assertThat(result.objects()).containsEntry("edumanage.contact", contacts() - 1);
  }

  @Test
  void writersGoOnAfterAnExportThatFailed() throws Exception {
    Writer writer = new Writer();

    assertThatThrownBy(
            () ->
                export(
                    root(),
                    LockMode.TABLES,
                    progress -> {
                      writer.progressed(progress);
                      throw new IllegalStateException("the worker broke down");
                    },
                    new Cancellation()))
        .hasMessage("the worker broke down");

    assertThat(writer.waited).isTrue();
    writer.insert.get(10, TimeUnit.SECONDS);
    assertThat(files()).isEmpty();
  }

  @Test
  void writersGoOnAfterAnExportThatWasCancelled() throws Exception {
    Cancellation cancellation = new Cancellation();
    Writer writer = new Writer();

    assertThatThrownBy(
            () ->
                export(
                    root(),
                    LockMode.TABLES,
                    progress -> {
                      writer.progressed(progress);
                      cancellation.request();
                    },
                    cancellation))
        .isInstanceOf(Cancellation.Cancelled.class);

    writer.insert.get(10, TimeUnit.SECONDS);
    assertThat(files()).isEmpty();
  }

  @Test
  void waitingForTheLockCanBeCancelled() throws Exception {
    Cancellation cancellation = new Cancellation();
    try (var holder = Servers.connect(server, database);
        var statement = holder.createStatement()) {
      statement.execute("LOCK TABLES edumanage_contact WRITE");
      CompletableFuture<ExportResult> export =
          CompletableFuture.supplyAsync(
              () -> export(root(), LockMode.TABLES, ProgressListener.NO_OP, cancellation));
      assertThatThrownBy(() -> export.get(500, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);

      cancellation.request();

      assertThatThrownBy(() -> export.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(Cancellation.Cancelled.class);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void failsWhereTheLockIsLost() throws Exception {
    Files.writeString(file, "the one before");
    boolean[] killed = {false};

    assertThatThrownBy(
            () ->
                export(
                    root(),
                    LockMode.TABLES,
                    progress -> {
                      if (!killed[0]) {
                        killed[0] = true;
                        kill(holder());
                      }
                    },
                    new Cancellation()))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("Holding the lock on the source")
        .hasMessageContaining("Export again");

    assertThat(Files.readString(file)).isEqualTo("the one before");
    assertThat(files()).containsExactly("fixture.json");
  }

  @Test
  void namesATableThatChangedWhereNothingWasLocked() throws Exception {
    boolean[] written = {false};

    ExportResult result =
        export(
            root(),
            LockMode.NONE,
            progress -> {
              if (!written[0] && "edumanage.realmdata".equals(progress.subject())) {
                written[0] = true;
                insert();
              }
            },
            new Cancellation());

    assertThat(written[0]).isTrue();
    assertThat(result.good()).isFalse();
    assertThat(result.findings())
        .extracting(Finding::check, Finding::table)
        .contains(org.assertj.core.api.Assertions.tuple("source-held", "edumanage_contact"))
        .filteredOn(found -> found.toList().contains("source-held"))
        .hasSize(1);
  }

  /** Another session that writes while the export reads. */
  private final class Writer implements ProgressListener {
    private CompletableFuture<Void> insert;
    private boolean waited;

    @Override
    public void progressed(org.fixtureferry.report.Progress progress) {
      if (insert == null) {
        insert = CompletableFuture.runAsync(ExportLockTest.this::insert);
        try {
          insert.get(500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          waited = true;
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private void insert() {
    try {
      Servers.run(server, database, INSERT);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first session of the export: it holds the lock, the others read. */
  private String holder() {
    try {
      return Contents.ask(
              server,
              "",
              "SELECT id FROM information_schema.processlist WHERE db = '"
                  + database
                  + "' ORDER BY id")
          .get(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void kill(String session) {
    try {
      Servers.run(server, "", "KILL CONNECTION " + session);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long contacts() throws SQLException {
    return Long.parseLong(
        Contents.ask(server, database, "SELECT COUNT(*) FROM edumanage_contact").get(0));
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private Endpoint root() {
    return Samples.endpoint(server, database);
  }

  private ExportResult export(
      Endpoint account, LockMode lock, ProgressListener listener, Cancellation cancellation) {
    return new ExportFixture(
            Samples.DJNRO,
            Database.source(account),
            new ExportSettings(
                Samples.DJNRO.defaultExcludes(), new FixtureWriter.Layout(4, true), lock),
            file,
            Clock.systemUTC())
        .run(listener, cancellation);
  }
}
