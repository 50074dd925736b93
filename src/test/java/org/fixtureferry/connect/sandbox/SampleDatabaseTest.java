package org.fixtureferry.connect.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.Test;

class SampleDatabaseTest {
  private static final int INSTITUTIONS = 3;

  private final SandboxServer server = Servers.legacy();

  @Test
  void theScriptMakesTheSameDatabase() throws Exception {
    String made = unused();
    String scripted = unused();

    SampleDatabase.create(server, Samples.DJNRO, made, INSTITUTIONS);
    Servers.run(server, "", SampleDatabase.script(Samples.DJNRO, scripted, INSTITUTIONS));

    assertThat(Contents.checksums(server, scripted))
        .hasSize(37)
        .isEqualTo(Contents.checksums(server, made));
    assertThat(engines(scripted)).containsOnly("MyISAM");
  }

  @Test
  void timePassesInItWhateverItsSize() throws Exception {
    for (int institutions : new int[] {1, INSTITUTIONS}) {
      String database = unused();
      SampleDatabase.create(server, Samples.DJNRO, database, institutions);
      var before = Contents.rows(server, database);

      SampleDatabase.later(server, Samples.DJNRO, database);

      assertThat(Contents.rows(server, database).get("edumanage_institution"))
          .hasSize(institutions + 1)
          .containsAll(before.get("edumanage_institution"));
      assertThat(Contents.rows(server, database).get("django_flatpage"))
          .isNotEqualTo(before.get("django_flatpage"));
    }
  }

  private java.util.List<String> engines(String database) throws Exception {
    return Contents.ask(
        server,
        "",
        "SELECT engine FROM information_schema.tables WHERE table_schema = '" + database + "'");
  }

  /** A name that no database has yet. */
  private String unused() throws Exception {
    String name = Servers.freshDatabase(server, "old");
    Servers.run(server, "", "DROP DATABASE " + name);
    return name;
  }
}
