package org.fixtureferry.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.SampleDatabases;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole crossing on real servers. What arrived is compared by SQL of the test's own. */
class CrossingTest {
  private final SandboxServer oldHost = Servers.legacy();

  @TempDir Path folder;

  /** Where a crossing may end. */
  enum Target {
    MARIADB_11,
    MYSQL_5_5;

    SandboxServer server() {
      return switch (this) {
        case MARIADB_11 -> Servers.newHost();
        case MYSQL_5_5 -> Servers.legacy();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void carriesEveryRowToInnoDbWithForeignKeysAndNextIds(Target to) throws Exception {
    String source = Samples.smallLegacy(oldHost);
    Servers.run(
        oldHost,
        source,
        "ALTER TABLE edumanage_contact AUTO_INCREMENT = 5000;\n"
            + "ALTER TABLE django_admin_log AUTO_INCREMENT = 70000;\n");
    Map<String, String> sourceBefore = Contents.checksums(oldHost, source);
    String target = Servers.freshDatabase(to.server(), "new");

    assertGreen(migrate(source, to, target, Map.of()));

    assertThat(Contents.rows(to.server(), target)).isEqualTo(Contents.rows(oldHost, source));
    assertThat(
            Contents.ask(
                to.server(),
                target,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                    + " AND engine <> 'InnoDB'"))
        .isEmpty();
    assertThat(
            Contents.ask(
                to.server(),
                target,
                "SELECT constraint_name FROM information_schema.referential_constraints"
                    + " WHERE constraint_schema = DATABASE()"))
        .hasSize(37);
    assertThat(Contents.nextIds(to.server(), target))
        .isEqualTo(Contents.nextIds(oldHost, source))
        .containsEntry("edumanage_contact", 5000L);
    assertThat(Contents.checksums(oldHost, source)).isEqualTo(sourceBefore);
  }

  @ParameterizedTest
  @EnumSource
  void migratingAgainWritesNothing(Target to) throws Exception {
    String source = Samples.smallLegacy(oldHost);
    String target = Servers.freshDatabase(to.server(), "new");
    assertGreen(migrate(source, to, target, Map.of()));
    Map<String, String> rows = Contents.checksums(to.server(), target);
    Map<String, Long> writes = writes(to.server());

    assertGreen(migrate(source, to, target, Map.of()));

    assertThat(writes(to.server())).isEqualTo(writes);
    assertThat(Contents.checksums(to.server(), target)).isEqualTo(rows);
  }

  @Test
  void writesNothingToTheSource() throws Exception {
    String source = Samples.smallLegacy(oldHost);
    String target = Servers.freshDatabase(Servers.newHost(), "new");
    Map<String, Long> writes = writes(oldHost);

    assertGreen(migrate(source, Target.MARIADB_11, target, Map.of()));

    assertThat(writes(oldHost)).isEqualTo(writes);
  }

  /** Finding 20: other ids of content types and permissions; and 8: a permission of one's own. */
  @Test
  void carriesASourceWithAHistoryByNaturalKey() throws Exception {
    String source = Samples.set(oldHost, "history");
    Servers.run(
        oldHost,
        source,
        """
        INSERT INTO auth_permission (name, content_type_id, codename)
          SELECT 'Can fly', id, 'can_fly' FROM django_content_type WHERE model = 'institution';
        INSERT INTO auth_group_permissions (group_id, permission_id)
          SELECT g.id, p.id FROM auth_group g, auth_permission p WHERE p.codename IN ('can_fly', 'add_poll');
        """);
    String target = Servers.freshDatabase(Servers.newHost(), "new");

    assertGreen(migrate(source, Target.MARIADB_11, target, Map.of()));

    Map<String, List<String>> arrived = Contents.rows(Servers.newHost(), target);
    Map<String, List<String>> wanted = Contents.rows(oldHost, source);
    assertThat(keys(Servers.newHost(), target)).isEqualTo(keys(oldHost, source));
    // The names of content types and permissions are the profile's own; what they are is the key.
    arrived.keySet().removeAll(List.of("auth_permission", "django_content_type"));
    wanted.keySet().removeAll(List.of("auth_permission", "django_content_type"));
    assertThat(arrived).isEqualTo(wanted);
    assertThat(Contents.nextIds(Servers.newHost(), target))
        .isEqualTo(Contents.nextIds(oldHost, source));
  }

  @Test
  void carriesTheOddestValuesByteForByte() throws Exception {
    String source = Samples.set(oldHost, "edges");
    String target = Servers.freshDatabase(Servers.newHost(), "new");

    assertGreen(migrate(source, Target.MARIADB_11, target, Map.of()));

    assertThat(Contents.rows(Servers.newHost(), target)).isEqualTo(Contents.rows(oldHost, source));
  }

  @ParameterizedTest
  @EnumSource
  void keepsPrimaryKeyZero(Target to) throws Exception {
    String source = Samples.set(oldHost, "zero");
    String target = Servers.freshDatabase(to.server(), "new");

    assertGreen(migrate(source, to, target, Map.of()));

    assertThat(Contents.rows(to.server(), target)).isEqualTo(Contents.rows(oldHost, source));
  }

  @Test
  void aSecondCrossingUpdatesAndAddsWhatChangedAtTheSource() throws Exception {
    Rehearsed rehearsed = rehearse();
    Servers.run(
        oldHost,
        rehearsed.source,
        """
        UPDATE edumanage_contact SET contact_name = 'Μετονομασμένη' WHERE id = 3;
        UPDATE edumanage_serviceloc SET enc_level = NULL WHERE id = 2;
        DELETE FROM edumanage_serviceloc_contact WHERE serviceloc_id = 1;
        INSERT INTO edumanage_contact (contact_name, contact_email, contact_phone) VALUES ('new', '', '');
        """);

    assertGreen(migrate(rehearsed.source, Target.MARIADB_11, rehearsed.target, Map.of()));

    assertThat(Contents.rows(Servers.newHost(), rehearsed.target))
        .isEqualTo(Contents.rows(oldHost, rehearsed.source));
  }

  @Test
  void uniqueValuesMayBeSwappedBetweenTwoRows() throws Exception {
    Rehearsed rehearsed = rehearse();
    Servers.run(
        oldHost,
        rehearsed.source,
        """
        UPDATE auth_user SET username = 'in between' WHERE id = 1;
        UPDATE auth_user u, (SELECT MAX(id) AS id FROM auth_user) last SET username = 'first' WHERE u.id = last.id;
        UPDATE auth_user u, (SELECT MAX(id) AS id FROM auth_user) last SET username = 'last' WHERE u.id = 1;
        """);
    assertGreen(migrate(rehearsed.source, Target.MARIADB_11, rehearsed.target, Map.of()));
    Servers.run(
        oldHost,
        rehearsed.source,
        """
        UPDATE auth_user SET username = 'in between' WHERE username = 'first';
        UPDATE auth_user SET username = 'first' WHERE username = 'last';
        UPDATE auth_user SET username = 'last' WHERE username = 'in between';
        """);

    assertGreen(migrate(rehearsed.source, Target.MARIADB_11, rehearsed.target, Map.of()));

    assertThat(Contents.rows(Servers.newHost(), rehearsed.target))
        .isEqualTo(Contents.rows(oldHost, rehearsed.source));
  }

  @Test
  void aRowDeletedAtTheSourceStopsUntilItIsDecided() throws Exception {
    Rehearsed rehearsed = rehearse();
    SandboxServer newHost = Servers.newHost();
    Servers.run(
        oldHost,
        rehearsed.source,
        "DELETE FROM edumanage_url_i18n WHERE id = 4;\n"
            + "UPDATE edumanage_contact SET contact_name = 'later' WHERE id = 3;\n");
    Map<String, String> before = Contents.checksums(newHost, rehearsed.target);

    StationResult stopped =
        Migration.last(migrate(rehearsed.source, Target.MARIADB_11, rehearsed.target, Map.of()));

    assertThat(stopped.station()).isEqualTo(Station.LOAD);
    assertThat(stopped.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::check, Finding::table, Finding::count)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("only-in-target", "edumanage_url_i18n", 1L));
    assertThat(Contents.checksums(newHost, rehearsed.target)).isEqualTo(before);

    StationResult kept =
        Migration.last(
            migrate(
                rehearsed.source,
                Target.MARIADB_11,
                rehearsed.target,
                Map.of("only-in-target", "keep")));

    assertThat(kept.station()).isEqualTo(Station.VERIFY);
    assertThat(kept.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::table, Finding::pk)
        .containsExactly(org.assertj.core.api.Assertions.tuple("edumanage_url_i18n", "4"));

    assertGreen(
        migrate(
            rehearsed.source,
            Target.MARIADB_11,
            rehearsed.target,
            Map.of("only-in-target", "remove")));
    assertThat(Contents.rows(newHost, rehearsed.target))
        .isEqualTo(Contents.rows(oldHost, rehearsed.source));
  }

  /** A crossing that was done once before. */
  private record Rehearsed(String source, String target) {}

  private Rehearsed rehearse() throws SQLException {
    String source = Samples.smallLegacy(oldHost);
    String target = Servers.freshDatabase(Servers.newHost(), "new");
    assertGreen(migrate(source, Target.MARIADB_11, target, Map.of()));
    return new Rehearsed(source, target);
  }

  private List<StationResult> migrate(
      String source, Target to, String target, Map<String, String> conflicts) {
    return Migration.run(
        Samples.endpoint(oldHost, source),
        Samples.endpoint(to.server(), target),
        folder.resolve(target),
        conflicts,
        "{}");
  }

  /** Statements that write; Export's lock is none. */
  private static Map<String, Long> writes(SandboxServer server) throws SQLException {
    Map<String, Long> writes = SampleDatabases.writes(server);
    writes.remove("lock_tables");
    return writes;
  }

  private static void assertGreen(List<StationResult> results) {
    StationResult last = Migration.last(results);
    assertThat(last.findings()).as(last.summary()).filteredOn(Finding::stops).isEmpty();
    assertThat(last.good()).as(last.summary()).isTrue();
    assertThat(last.station()).isEqualTo(Station.VERIFY);
  }

  private static List<String> keys(SandboxServer server, String database) throws SQLException {
    return Contents.ask(
        server,
        database,
        "SELECT CONCAT_WS(' ', p.codename, c.app_label, c.model) AS k FROM django_content_type c"
            + " LEFT JOIN auth_permission p ON p.content_type_id = c.id ORDER BY k");
  }
}
