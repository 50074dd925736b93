package org.fixtureferry.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.mysql.Tls;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.servers.SampleDatabases;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SurveySourceTest {
  private static final Profile PROFILE = Profiles.bundled("djnro-0.8");
  private static SandboxServer legacy;
  private static SandboxServer newHost;
  private static String sample;

  @BeforeAll
  static void loadTheSample() throws SQLException {
    legacy = Servers.legacy();
    newHost = Servers.newHost();
    sample = SampleDatabases.load(legacy, "survey", "boot-08-myisam.sql", "data-small.sql");
  }

  @Test
  void aCleanSourceStopsNothing() throws Exception {
    Survey survey = survey(sample);

    assertThat(survey.findings().stream().filter(Finding::stops)).isEmpty();
    assertThat(survey.good()).isTrue();
    assertThat(survey.south().state()).isEqualTo(SouthHistory.State.COMPLETE);
    assertThat(survey.source().version()).startsWith("MySQL 5.5.9");
    assertThat(survey.source().tried()).isTrue();
    assertThat(survey.source().tls()).isEqualTo("none");
    assertThat(survey.target().version()).startsWith("MariaDB 11.4");
    assertThat(survey.lockGranted()).isTrue();
    assertThat(survey.holdSeconds()).isBetween(1L, 3L);
    assertThat(survey.foreignKeys()).isEmpty();
    assertThat(survey.missingTables()).isEmpty();
    assertThat(survey.unknownTables()).isEmpty();
    assertThat(survey.checks())
        .extracting(CheckResult::check)
        .contains(
            "server",
            "charset",
            "south-state",
            "unknown-table",
            "unknown-column",
            "auto-increment",
            "lock");
  }

  @Test
  void countsEveryTableAndNamesItsModel() throws Exception {
    Survey survey = survey(sample);

    assertThat(survey.tables()).hasSize(PROFILE.tables().size());
    for (SurveyedTable table : survey.tables()) {
      assertThat(table.rows())
          .as(table.name())
          .isEqualTo(number(sample, "SELECT COUNT(*) FROM " + table.name()));
      assertThat(table.engine()).isEqualTo("MyISAM");
      assertThat(table.collation()).isEqualTo("utf8_unicode_ci");
      assertThat(table.model()).as(table.name()).isNotNull();
    }
    assertThat(survey.table("auth_user_groups").orElseThrow().model())
        .isEqualTo("auth.user.groups");
    assertThat(survey.table("django_site").orElseThrow().model()).isEqualTo("sites.site");
  }

  @Test
  void isReadBackFromItsJson() throws Exception {
    Survey survey = survey(sample);

    String json = Json.MAPPER.writeValueAsString(survey);

    assertThat(Json.MAPPER.readValue(json, Survey.class)).isEqualTo(survey);
    assertThat(json).doesNotContain("IDENTIFIED").doesNotContain(legacy.password());
  }

  @Test
  void writesNothingOnTheSource() throws Exception {
    Map<String, Long> before = SampleDatabases.writes(legacy);

    survey(sample);

    assertThat(SampleDatabases.writes(legacy)).isEqualTo(before);
  }

  @Test
  void namesWhatNoModelKnowsAndWhatCannotBeCarried() throws Exception {
    String database =
        changed(
            "CREATE TABLE local_notes (id int PRIMARY KEY, note text) ENGINE=MyISAM",
            "INSERT INTO local_notes VALUES (1, 'a'), (2, 'b')",
            "ALTER TABLE edumanage_contact ADD fax varchar(20) CHARACTER SET latin1",
            "ALTER TABLE edumanage_contact MODIFY contact_phone varchar(255) CHARACTER SET latin1 NOT NULL",
            "CREATE VIEW v_contacts AS SELECT contact_phone FROM edumanage_contact",
            "CREATE TRIGGER t_contacts BEFORE INSERT ON edumanage_contact FOR EACH ROW SET @a = 1",
            "CREATE PROCEDURE p_nothing() SELECT 1",
            "CREATE EVENT e_nothing ON SCHEDULE EVERY 1 YEAR DO SELECT 1");

    Survey survey = survey(database);

    assertThat(survey.unknownTables()).containsExactly("local_notes");
    assertThat(survey.table("local_notes").orElseThrow().rows()).isEqualTo(2);
    assertThat(survey.table("local_notes").orElseThrow().model()).isNull();
    assertThat(survey.unknownColumns())
        .containsExactly(new UnknownColumn("edumanage_contact", "fax", "varchar(20)"));
    assertThat(survey.programs())
        .containsExactlyInAnyOrder(
            "view v_contacts", "trigger t_contacts", "procedure p_nothing", "event e_nothing");
    Finding table = only(survey, "unknown-table");
    assertThat(table.table()).isEqualTo("local_notes");
    assertThat(table.count()).isEqualTo(2);
    assertThat(table.decisions()).containsExactly("leave-behind", "copy");
    assertThat(table.severity()).isEqualTo(Severity.LOOK);
    Finding column = only(survey, "unknown-column");
    assertThat(column.column()).isEqualTo("fax");
    assertThat(column.model()).isEqualTo("edumanage.contact");
    assertThat(only(survey, "charset").text())
        .contains("edumanage_contact")
        .contains("contact_phone latin1");
    assertThat(survey.good()).isTrue();
  }

  @Test
  void stopsWhereTheProfileExpectsMore() throws Exception {
    String database =
        changed("DROP TABLE django_flatpage", "ALTER TABLE auth_user DROP COLUMN last_name");

    Survey survey = survey(database);

    assertThat(survey.missingTables()).containsExactly("django_flatpage");
    assertThat(survey.missingColumns()).containsExactly("auth_user.last_name");
    assertThat(only(survey, "missing-table").stops()).isTrue();
    assertThat(only(survey, "missing-column").stops()).isTrue();
    assertThat(survey.good()).isFalse();
  }

  @Test
  void southIsBehindWhereTheLastMigrationsAreMissing() throws Exception {
    Survey survey =
        survey(changed("DELETE FROM south_migrationhistory WHERE migration LIKE '0039%'"));

    assertThat(survey.south().state()).isEqualTo(SouthHistory.State.BEHIND);
    assertThat(survey.south().missing()).hasSize(1).first().asString().startsWith("edumanage:0039");
    Finding finding = only(survey, "south-state");
    assertThat(finding.stops()).isTrue();
    assertThat(finding.decisions()).containsExactly("stop", "go-on");
    assertThat(finding.samples().get(0).text()).startsWith("edumanage:0039");
  }

  @Test
  void southIsInterimWhereAMissingMigrationHasLeftTraces() throws Exception {
    Survey survey =
        survey(
            changed(
                "DELETE FROM south_migrationhistory WHERE app_name='social_auth' AND migration LIKE '0002%'"));

    assertThat(survey.south().state()).isEqualTo(SouthHistory.State.INTERIM);
    assertThat(only(survey, "south-state").text())
        .contains("social_auth:0002")
        .contains("unique key");
  }

  @Test
  void southIsBehindWhereTheMigrationHasLeftNone() throws Exception {
    Survey survey =
        survey(
            changed(
                "DELETE FROM south_migrationhistory WHERE app_name='social_auth' AND migration LIKE '0002%'",
                "ALTER TABLE social_auth_nonce DROP KEY social_auth_nonce_timestamp_3833ba21ef52524a_uniq",
                "ALTER TABLE social_auth_association DROP KEY social_auth_association_handle_693a924207fa6ae_uniq"));

    assertThat(survey.south().state()).isEqualTo(SouthHistory.State.BEHIND);
  }

  @Test
  void southIsInterimWhereItsHistoryHasAHole() throws Exception {
    Survey survey =
        survey(
            changed(
                "DELETE FROM south_migrationhistory WHERE app_name='edumanage' AND migration LIKE '0020%'"));

    assertThat(survey.south().state()).isEqualTo(SouthHistory.State.INTERIM);
    assertThat(only(survey, "south-state").text()).contains("edumanage:0020").contains("0021");
  }

  @Test
  void southIsAheadWhereALaterMigrationIsApplied() throws Exception {
    Survey survey =
        survey(
            changed(
                "INSERT INTO south_migrationhistory (app_name, migration, applied) VALUES ('edumanage', '0040_auto__later', NOW())"));

    assertThat(survey.south().state()).isEqualTo(SouthHistory.State.AHEAD);
    assertThat(survey.south().unknown()).containsExactly("edumanage:0040_auto__later");
    assertThat(only(survey, "south-state").stops()).isTrue();
  }

  @Test
  void saysWhichNextIdsAreCarried() throws Exception {
    Survey survey = survey(changed("ALTER TABLE edumanage_contact AUTO_INCREMENT = 5000"));

    Finding finding = only(survey, "auto-increment");
    assertThat(finding.severity()).isEqualTo(Severity.FINE);
    assertThat(finding.table()).isEqualTo("edumanage_contact");
    assertThat(finding.text()).contains("5000");
  }

  @Test
  void aCrashedTableIsNamed() throws Exception {
    // A MERGE table whose parts are gone fails like a crashed one, and can be made on purpose.
    Survey survey =
        survey(
            changed(
                "CREATE TABLE part (id int) ENGINE=MyISAM",
                "CREATE TABLE parts (id int) ENGINE=MERGE UNION=(part)",
                "DROP TABLE part"));

    Finding finding = only(survey, "table-unreadable");
    assertThat(finding.table()).isEqualTo("parts");
    assertThat(finding.stops()).isTrue();
  }

  @Test
  void aReaderWithoutTheLockIsStoppedUnlessTheSiteIsDown() throws Exception {
    Database reader = account(legacy, sample, "only_select", "SELECT ON `%s`.*");

    Survey locked = survey(reader, target(), LockMode.TABLES);
    assertThat(locked.lockGranted()).isFalse();
    assertThat(only(locked, "lock").stops()).isTrue();
    assertThat(only(locked, "lock").text()).contains("GRANT SELECT, LOCK TABLES ON");

    Survey server = survey(reader, target(), LockMode.SERVER);
    assertThat(only(server, "lock").text()).contains("GRANT RELOAD ON *.*");

    Survey down = survey(reader, target(), LockMode.NONE);
    assertThat(down.lockGranted()).isTrue();
    assertThat(down.good()).isTrue();
    assertThat(down.tables()).hasSize(PROFILE.tables().size());
    assertThat(only(down, "programs").text()).contains("cannot see triggers, routines, events");
  }

  @Test
  void anAccountThatMayWriteDeservesALook() throws Exception {
    Finding finding = only(survey(sample), "server");

    assertThat(finding.severity()).isEqualTo(Severity.LOOK);
    assertThat(finding.text()).contains("may write").contains("DELETE");
  }

  @Test
  void thePrintedGrantsSuffice() throws Exception {
    Database reader = account(legacy, sample, "by_the_book", null);
    Probe asked = new ProbeServer(reader, LockMode.TABLES).run();
    assertThat(asked.databaseVisible()).isFalse();
    assertThat(asked.grants()).hasSize(1);
    Servers.run(legacy, "", String.join("\n", asked.grants()));

    Survey survey = survey(reader, target(), LockMode.TABLES);

    assertThat(survey.good()).isTrue();
    assertThat(survey.source().lacking()).isEmpty();
    assertThat(survey.findings().stream().filter(each -> each.check().equals("server"))).isEmpty();
  }

  @Test
  void saysWhatAnAccountWithoutRightsNeeds() throws Exception {
    Database stranger = account(legacy, sample, "stranger", null);

    assertThatThrownBy(() -> survey(stranger, target(), LockMode.TABLES))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("may not use database " + sample)
        .hasMessageContaining(
            "GRANT SELECT, LOCK TABLES ON `" + sample.replace("_", "\\_") + "`.*");
  }

  @Test
  void aWrongPasswordIsNamedButNeverShown() {
    Endpoint wrong =
        new Endpoint(
            legacy.host(), legacy.port(), sample, legacy.user(), "s3cret-guess", Tls.PREFERRED);

    assertThatThrownBy(() -> survey(Database.source(wrong), target(), LockMode.TABLES))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("wrong password")
        .message()
        .doesNotContain("s3cret-guess");
  }

  @Test
  void aMissingSourceDatabaseIsNamed() {
    assertThatThrownBy(
            () ->
                survey(SampleDatabases.source(legacy, "no_such_thing"), target(), LockMode.TABLES))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("no database no_such_thing");
  }

  @Test
  void aTargetThatDoesNotAnswerIsAFinding() throws Exception {
    Database closed =
        Database.target(
            new Endpoint("127.0.0.1", closedPort(), "eduroam", "ferry", "x", Tls.PREFERRED));

    Survey survey = survey(SampleDatabases.source(legacy, sample), closed, LockMode.TABLES);

    assertThat(survey.target()).isNull();
    assertThat(only(survey, "target").stops()).isTrue();
    assertThat(only(survey, "target").text()).contains("nothing listens there");
    assertThat(survey.tables()).isNotEmpty();
  }

  @Test
  void aSourceThatDoesNotAnswerIsAFailure() throws Exception {
    Database closed =
        Database.source(
            new Endpoint("127.0.0.1", closedPort(), "eduroam", "reader", "s3cret", Tls.PREFERRED));

    assertThatThrownBy(() -> survey(closed, target(), LockMode.TABLES))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("nothing listens there")
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void saysWhatTheTargetsAccountLacks() throws Exception {
    String full = Servers.freshDatabase(newHost, "full");
    Servers.run(newHost, full, "CREATE TABLE a (b int);");
    account(newHost, full, "writer", "INSERT ON `%s`.*");
    Database writer =
        Database.target(
            new Endpoint(newHost.host(), newHost.port(), full, "writer", "pass", Tls.PREFERRED));

    Survey survey = survey(SampleDatabases.source(legacy, sample), writer, LockMode.TABLES);

    assertThat(survey.target().lacking()).contains("SELECT", "CREATE").doesNotContain("INSERT");
    assertThat(survey.target().contents().listed()).isEqualTo("a");
    assertThat(survey.findings())
        .anyMatch(
            each ->
                each.stops()
                    && each.text().contains("lacks SELECT, UPDATE, DELETE, CREATE")
                    && each.text().contains("GRANT SELECT, INSERT, UPDATE"));
  }

  @Test
  void stopsWhenItIsCancelled() {
    Cancellation cancellation = new Cancellation();
    SurveySource station =
        new SurveySource(
            PROFILE,
            SampleDatabases.source(legacy, sample),
            target(),
            new SurveySettings(LockMode.TABLES));

    assertThatThrownBy(() -> station.run(progress -> cancellation.request(), cancellation))
        .isInstanceOf(Cancellation.Cancelled.class);
  }

  @Test
  void aTargetThatIsTheSourceIsStopped() throws Exception {
    Endpoint again =
        new Endpoint(
            "localhost", legacy.port(), sample, legacy.user(), legacy.password(), Tls.PREFERRED);

    Survey survey =
        survey(SampleDatabases.source(legacy, sample), Database.target(again), LockMode.TABLES);

    assertThat(only(survey, "target").text()).contains("is the source itself");
  }

  @Test
  void listsWhatATargetHolds() throws Exception {
    String full = Servers.freshDatabase(newHost, "full");
    Servers.run(newHost, full, "CREATE TABLE a (b int);\nINSERT INTO a VALUES (1);");

    Survey survey =
        survey(
            SampleDatabases.source(legacy, sample),
            SampleDatabases.target(newHost, full),
            LockMode.TABLES);

    assertThat(survey.target().contents().listed()).isEqualTo("a (1 row)");
    assertThat(only(survey, "target").severity()).isEqualTo(Severity.LOOK);
  }

  @Test
  void saysWhatAnExcludeLoses() throws Exception {
    assertThat(survey(sample).findings())
        .filteredOn(each -> each.check().equals("exclude-cost"))
        .isEmpty();

    Survey survey = excluding("edumanage.contact", "auth.Group");

    List<Finding> lost =
        survey.findings().stream().filter(each -> each.check().equals("exclude-cost")).toList();
    assertThat(lost)
        .allSatisfy(each -> assertThat(each.severity()).isEqualTo(Severity.LOOK))
        .extracting(Finding::model, Finding::field, Finding::count)
        .containsExactlyInAnyOrder(
            lost("auth.group", "permissions", "auth_group_permissions"),
            lost("auth.user", "groups", "auth_user_groups"),
            lost("edumanage.institutioncontactpool", "contact", "edumanage_institutioncontactpool"),
            lost("edumanage.realm", "contact", "edumanage_realm_contact"),
            lost("edumanage.serviceloc", "contact", "edumanage_serviceloc_contact"),
            lost(
                "edumanage.institutiondetails", "contact", "edumanage_institutiondetails_contact"));
    assertThat(lost.get(lost.size() - 1).samples())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.text()).startsWith("edumanage.contact "));
  }

  /** Rows that Prepare makes are there: nothing that points at them is lost. */
  @Test
  void anExcludeLosesNothingThatPrepareMakes() throws Exception {
    assertThat(excluding("sites", "contenttypes", "auth.Permission").findings())
        .filteredOn(each -> each.check().equals("exclude-cost"))
        .isEmpty();
  }

  private static org.assertj.core.groups.Tuple lost(String model, String field, String table)
      throws SQLException {
    return org.assertj.core.api.Assertions.tuple(
        model, field, number(sample, "SELECT COUNT(*) FROM " + table));
  }

  private static Survey excluding(String... names) {
    return new SurveySource(
            PROFILE,
            SampleDatabases.source(legacy, sample),
            target(),
            new SurveySettings(LockMode.TABLES, List.of(names)))
        .run(ProgressListener.NO_OP, new Cancellation());
  }

  @Test
  void showsCollationsFromTheServerToTheConnection() throws Exception {
    String database =
        changed(
            "ALTER TABLE edumanage_contact MODIFY contact_phone varchar(255) CHARACTER SET greek NOT NULL");

    ServerSettings settings = survey(database).source().settings();

    assertThat(settings.columnCollations()).containsEntry("greek_general_ci", 1L);
    assertThat(settings.columnCollations().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(
            number(
                database,
                "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND collation_name IS NOT NULL"));
    assertThat(settings.charsets())
        .startsWith("server " + settings.serverCollation())
        .contains("database utf8_unicode_ci", "greek_general_ci (1)", "connection utf8mb4_");
  }

  @Test
  void listsWhoLosesAPermissionOfTheirOwn() throws Exception {
    String database =
        SampleDatabases.load(legacy, "survey", "boot-08-myisam.sql", "data-small.sql");
    Servers.run(
        legacy,
        database,
        """
        INSERT INTO auth_permission (name, content_type_id, codename) SELECT 'Can fly', id, 'can_fly' FROM django_content_type WHERE model = 'institution';
        INSERT INTO auth_group_permissions (group_id, permission_id) SELECT 1, id FROM auth_permission WHERE codename = 'can_fly';
        INSERT INTO auth_user_user_permissions (user_id, permission_id) SELECT 2, id FROM auth_permission WHERE codename = 'can_fly';
        """);
    String user =
        SampleDatabases.rows(legacy, database, "SELECT username FROM auth_user WHERE id = 2")
            .get(0)
            .get(0);

    assertThat(only(survey(database), "custom-permission").effects().get("leave-out"))
        .contains("group nro loses can_fly", "user " + user + " loses can_fly");
  }

  @Test
  void surveysMariaDbToo() throws Exception {
    String database =
        SampleDatabases.load(newHost, "survey", "boot-08-innodb.sql", "data-small.sql");
    Servers.run(newHost, database, "CREATE VIEW v AS SELECT contact_phone FROM edumanage_contact;");

    Survey survey = survey(SampleDatabases.source(newHost, database), target(), LockMode.TABLES);

    assertThat(survey.good()).isTrue();
    assertThat(survey.foreignKeys()).hasSize(37);
    assertThat(survey.programs()).containsExactly("view v");
    assertThat(survey.south().state()).isEqualTo(SouthHistory.State.COMPLETE);
    assertThat(survey.findings().stream().filter(each -> each.check().equals("column-type")))
        .isEmpty();
  }

  private static Survey survey(String database) {
    return survey(SampleDatabases.source(legacy, database), target(), LockMode.TABLES);
  }

  private static Survey survey(Database source, Database target, LockMode lock) {
    return new SurveySource(PROFILE, source, target, new SurveySettings(lock))
        .run(ProgressListener.NO_OP, new Cancellation());
  }

  private static Database target() {
    return SampleDatabases.target(newHost, "not_made_yet");
  }

  /** A copy of the fresh installation that these statements have changed. */
  private static String changed(String... statements) throws SQLException {
    String database = SampleDatabases.load(legacy, "survey", "boot-08-myisam.sql");
    for (String each : statements) {
      Servers.run(legacy, database, each);
    }
    return database;
  }

  private static Database account(SandboxServer server, String database, String user, String grant)
      throws SQLException {
    String account = "'" + user + "'@'127.0.0.1'";
    Servers.run(server, "", "CREATE USER " + account + " IDENTIFIED BY 'pass'");
    if (grant != null) {
      Servers.run(server, "", "GRANT " + String.format(grant, database) + " TO " + account);
    }
    return Database.source(
        new Endpoint(server.host(), server.port(), database, user, "pass", Tls.PREFERRED));
  }

  private static Finding only(Survey survey, String check) {
    List<Finding> found =
        survey.findings().stream().filter(each -> each.check().equals(check)).toList();
    assertThat(found).as(check).hasSize(1);
    return found.get(0);
  }

  private static long number(String database, String sql) throws SQLException {
    return Long.parseLong(SampleDatabases.rows(legacy, database, sql).get(0).get(0));
  }

  private static int closedPort() throws java.io.IOException {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
