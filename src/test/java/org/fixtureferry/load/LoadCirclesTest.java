package org.fixtureferry.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtureferry.load.PreparedTarget.object;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.FerryMark;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.servers.Circles;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that need each other, in an order that serves none of them. */
class LoadCirclesTest {
  private final SandboxServer server = Servers.newHost();

  @TempDir Path folder;
  private String database;

  @BeforeEach
  void prepare() throws Exception {
    database = Servers.freshDatabase(server, "zoo");
    Servers.run(server, database, Circles.TABLES);
    Servers.run(server, database, FerryMark.createTable());
    try (Connection connection = Servers.connect(server, database)) {
      FerryMark.write(
          connection,
          new FerryMark.Entry(
              PreparedTarget.SOURCE, "zoo", "prepared", "", Clock.systemUTC().instant()));
    }
  }

  @Test
  void takesRowsThatPointAtTheirOwnModelAndAtEachOther() throws Exception {
    LoadResult result =
        load(
            object("zoo.keeper", 1, "\"boss\": 2"),
            object("zoo.keeper", 2, "\"boss\": 2"),
            object("zoo.keeper", 3, "\"boss\": null"),
            object("zoo.cage", 7, "\"star\": 9"),
            object("zoo.animal", 9, "\"cage\": 7, \"keeper\": 1"));

    assertThat(result.loaded()).isTrue();
    assertThat(
            Contents.ask(
                server,
                database,
                "SELECT CONCAT_WS(' ', id, IFNULL(boss_id, 'NULL')) FROM zoo_keeper ORDER BY id"))
        .containsExactly("1 2", "2 2", "3 NULL");
    assertThat(Contents.ask(server, database, "SELECT star_id FROM zoo_cage")).containsExactly("9");
  }

  @Test
  void stopsWhereAStarIsMissing() throws Exception {
    LoadResult result = load(object("zoo.cage", 7, "\"star\": 9"));

    assertThat(result.loaded()).isFalse();
    assertThat(result.findings())
        .extracting(Finding::text)
        .containsExactly("zoo.cage.star points at zoo.animal rows that do not exist.");
    assertThat(Contents.ask(server, database, "SELECT COUNT(*) FROM zoo_cage"))
        .containsExactly("0");
  }

  private LoadResult load(String... objects) throws Exception {
    return new LoadFixture(
            Circles.profile(),
            PreparedTarget.SOURCE,
            Samples.target(server, database),
            new LoadSettings(List.of(), LoadSettings.OnlyInTarget.STOP, Map.of()),
            PreparedTarget.fixture(folder, objects),
            Clock.systemUTC(),
            DiffListener.NO_OP)
        .run(ProgressListener.NO_OP, new Cancellation());
  }
}
