package org.fixtureferry.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.SampleDatabases;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.fixtureferry.verify.LedgerLine;
import org.fixtureferry.verify.VerifyResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each decision does to the target and to the ledger, through a plan. What arrived is told by
 * SQL of the test's own.
 */
class DecisionsTest {
  private final SandboxServer oldHost = Servers.legacy();
  private String source;

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

  @BeforeEach
  void fill() throws SQLException {
    source = Samples.smallLegacy(oldHost);
  }

  private static final String NOTES =
      """
      CREATE TABLE local_notes (id int(11) NOT NULL AUTO_INCREMENT, note text CHARACTER SET latin1, blurb blob,
        seen datetime NOT NULL DEFAULT '0000-00-00 00:00:00', changed timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
        price decimal(8,2), PRIMARY KEY (id), KEY by_note (note(10)), KEY by_seen (seen)) ENGINE=MyISAM AUTO_INCREMENT=77 DEFAULT CHARSET=latin1;
      INSERT INTO local_notes VALUES (1, 'caf\u00e9', x'00FF27', '0000-00-00 00:00:00', '2014-01-01 10:00:00', 12.50),
        (3, NULL, NULL, '2014-05-05 05:05:05', '2014-01-01 10:00:00', NULL), (9, 'a ''quoted'' \\\\ text', '', '2014-05-05 05:05:05', '2014-01-01 10:00:00', -1);
      CREATE TABLE local_log (line varchar(50), n int) ENGINE=MyISAM DEFAULT CHARSET=utf8;
      INSERT INTO local_log VALUES ('same', 1), ('same', 1), (NULL, NULL), ('\u0391\u03b8\u03ae\u03bd\u03b1', 2);
      CREATE TABLE local_pairs (a int NOT NULL, b varchar(20) NOT NULL, c int, PRIMARY KEY (a, b)) ENGINE=MyISAM DEFAULT CHARSET=utf8;
      INSERT INTO local_pairs VALUES (1, 'x', 1), (1, 'y', 2), (2, 'x', NULL);
      """;

  @Test
  void leavesUnknownTablesAndColumnsBehindUnlessToldOtherwise() throws Exception {
    sql(NOTES + "ALTER TABLE edumanage_contact ADD fax varchar(20);\n");
    String target = Servers.freshDatabase(Servers.newHost(), "new");

    VerifyResult result = green(migrate(Target.MARIADB_11, target, "{}"));

    assertThat(Contents.rows(Servers.newHost(), target))
        .doesNotContainKeys("local_notes", "local_log", "local_pairs");
    assertThat(ledger(result)).containsEntry("left-behind", 3L + 4 + 3);
    assertAddsUp(result);
  }

  @ParameterizedTest
  @EnumSource
  void copiesUnknownTablesRowByRow(Target to) throws Exception {
    sql(NOTES);
    String target = Servers.freshDatabase(to.server(), "new");

    VerifyResult result = green(migrate(to, target, "{\"unknown-table\": \"copy\"}"));

    assertThat(copied(to, target, "local_notes"))
        .isEqualTo(
            rows(
                oldHost,
                source,
                "SELECT id, HEX(CONVERT(note USING utf8)), HEX(blurb), seen, changed, price FROM local_notes ORDER BY id"))
        .hasSize(3);
    assertThat(Contents.rows(to.server(), target).get("local_log"))
        .isEqualTo(Contents.rows(oldHost, source).get("local_log"));
    assertThat(Contents.rows(to.server(), target).get("local_pairs"))
        .isEqualTo(Contents.rows(oldHost, source).get("local_pairs"));
    assertThat(
            rows(
                to.server(),
                target,
                "SELECT engine, table_collation, auto_increment FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_name = 'local_notes'"))
        .allSatisfy(row -> assertThat(row.get(0)).isEqualTo("InnoDB"))
        .allSatisfy(row -> assertThat(row.get(1)).matches("utf8(mb3)?_unicode_ci"))
        .allSatisfy(row -> assertThat(row.get(2)).isEqualTo("77"));
    assertThat(ledger(result)).doesNotContainKey("left-behind");
    assertAddsUp(result);

    Map<String, String> before = Contents.checksums(to.server(), target);
    green(migrate(to, target, "{\"unknown-table\": \"copy\"}"));
    assertThat(Contents.checksums(to.server(), target)).isEqualTo(before);
  }

  private List<List<String>> copied(Target to, String target, String table) throws SQLException {
    return rows(
        to.server(),
        target,
        "SELECT id, HEX(note), HEX(blurb), seen, changed, price FROM " + table + " ORDER BY id");
  }

  @Test
  void whatIsLeftOutTakesItsGenericReferrersWhereDanglingOnesAreLeftOut() throws Exception {
    sql("UPDATE edumanage_institution SET realmid_id = 9999 WHERE id = 3;\n");
    String names =
        "SELECT n.id FROM edumanage_name_i18n n JOIN django_content_type c ON c.id = n.content_type_id"
            + " WHERE c.app_label = 'edumanage' AND c.model = 'institution' AND n.object_id = 3";
    assertThat(rows(oldHost, source, names)).isNotEmpty();
    String carried = Servers.freshDatabase(Servers.newHost(), "new");
    String left = Servers.freshDatabase(Servers.newHost(), "new");

    assertAddsUp(
        green(migrate(Target.MARIADB_11, carried, "{\"orphan-foreign-key\": \"leave-out\"}")));
    VerifyResult result =
        green(
            migrate(
                Target.MARIADB_11,
                left,
                "{\"orphan-foreign-key\": \"leave-out\", \"dangling-generic-key\": \"leave-out\"}"));

    assertThat(rows(Servers.newHost(), carried, names)).isEqualTo(rows(oldHost, source, names));
    assertThat(rows(Servers.newHost(), left, names)).isEmpty();
    assertAddsUp(result);
  }

  @Test
  void copiesOneTableAndLeavesTheOthers() throws Exception {
    sql(NOTES);
    String target = Servers.freshDatabase(Servers.newHost(), "new");

    VerifyResult result =
        green(migrate(Target.MARIADB_11, target, "{\"unknown-table\": {\"local_log\": \"copy\"}}"));

    assertThat(Contents.rows(Servers.newHost(), target))
        .containsKey("local_log")
        .doesNotContainKeys("local_notes", "local_pairs");
    assertThat(ledger(result)).containsEntry("left-behind", 6L);
    assertAddsUp(result);
  }

  @Test
  void aSecondCrossingBringsCopiedRowsUpToDate() throws Exception {
    sql(NOTES + "ALTER TABLE edumanage_contact ADD fax varchar(20);\n");
    sql("UPDATE edumanage_contact SET fax = id WHERE id < 5;\n");
    String decisions = "{\"unknown-table\": \"copy\", \"unknown-column\": \"copy\"}";
    String target = Servers.freshDatabase(Servers.newHost(), "new");
    green(migrate(Target.MARIADB_11, target, decisions));
    sql(
        """
        UPDATE local_notes SET note = 'later' WHERE id = 3;
        INSERT INTO local_notes (id, note) VALUES (80, 'new');
        INSERT INTO local_log VALUES ('same', 1);
        UPDATE local_pairs SET c = 8 WHERE b = 'y';
        UPDATE edumanage_contact SET fax = 'other', contact_phone = '1' WHERE id = 3;
        UPDATE edumanage_contact SET fax = 'more' WHERE id = 8;
        """);

    VerifyResult result = green(migrate(Target.MARIADB_11, target, decisions));

    assertThat(copied(Target.MARIADB_11, target, "local_notes")).hasSize(4);
    assertThat(Contents.rows(Servers.newHost(), target).get("local_log"))
        .isEqualTo(Contents.rows(oldHost, source).get("local_log"));
    assertThat(Contents.rows(Servers.newHost(), target).get("local_pairs"))
        .isEqualTo(Contents.rows(oldHost, source).get("local_pairs"));
    assertThat(Contents.rows(Servers.newHost(), target).get("edumanage_contact"))
        .isEqualTo(Contents.rows(oldHost, source).get("edumanage_contact"));
    assertAddsUp(result);
  }

  @Test
  void aCopiedRowThatIsGoneAtTheSourceStopsUntilItIsDecided() throws Exception {
    sql(NOTES);
    String decisions = "{\"unknown-table\": \"copy\"}";
    String target = Servers.freshDatabase(Servers.newHost(), "new");
    green(migrate(Target.MARIADB_11, target, decisions));
    sql("DELETE FROM local_notes WHERE id = 3;\nDELETE FROM local_log WHERE n = 1 LIMIT 1;\n");

    StationResult stopped = Migration.last(migrate(Target.MARIADB_11, target, decisions));

    assertThat(stopped.station()).isEqualTo(Station.LOAD);
    assertThat(stopped.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::check, Finding::table, Finding::count)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("only-in-target", "local_notes", 1L),
            org.assertj.core.api.Assertions.tuple("only-in-target", "local_log", 1L));

    green(migrate(Target.MARIADB_11, target, decisions, Map.of("only-in-target", "remove")));
    assertThat(copied(Target.MARIADB_11, target, "local_notes")).hasSize(2);
    assertThat(Contents.rows(Servers.newHost(), target).get("local_log"))
        .isEqualTo(Contents.rows(oldHost, source).get("local_log"));
  }

  @ParameterizedTest
  @EnumSource
  void copiesUnknownColumns(Target to) throws Exception {
    sql(
        """
        ALTER TABLE edumanage_contact ADD fax varchar(20) CHARACTER SET latin1, ADD grade int(11) NOT NULL, ADD seen date NOT NULL, ADD pic blob;
        UPDATE edumanage_contact SET fax = CONCAT('caf\u00e9 ', id), grade = -id, seen = '2014-02-03', pic = x'00FF' WHERE id > 3;
        """);
    String target = Servers.freshDatabase(to.server(), "new");

    VerifyResult result = green(migrate(to, target, "{\"unknown-column\": \"copy\"}"));

    String values =
        "SELECT id, contact_name, HEX(CONVERT(fax USING utf8)), grade, CAST(seen AS CHAR), HEX(pic) FROM edumanage_contact c ORDER BY id";
    assertThat(rows(to.server(), target, values)).isEqualTo(rows(oldHost, source, values));
    assertAddsUp(result);
    Map<String, String> before = Contents.checksums(to.server(), target);
    green(migrate(to, target, "{\"unknown-column\": \"copy\"}"));
    assertThat(Contents.checksums(to.server(), target)).isEqualTo(before);
  }

  @Test
  void addsAColumnToATargetThatWasPreparedBeforeTheDecision() throws Exception {
    sql("ALTER TABLE edumanage_contact ADD fax varchar(20) NOT NULL DEFAULT 'none';\n");
    sql("UPDATE edumanage_contact SET fax = id WHERE id < 5;\n");
    String target = Servers.freshDatabase(Servers.newHost(), "new");
    green(migrate(Target.MARIADB_11, target, "{}"));

    green(
        migrate(
            Target.MARIADB_11,
            target,
            "{\"unknown-column\": {\"edumanage.contact.fax\": \"copy\"}}"));

    assertThat(Contents.rows(Servers.newHost(), target).get("edumanage_contact"))
        .isEqualTo(Contents.rows(oldHost, source).get("edumanage_contact"));
  }

  /** Rows of the small data set that the checks on fitting are made with. */
  @ParameterizedTest
  @EnumSource
  void widensColumnsWhereAValueDoesNotFit(Target to) throws Exception {
    sql(
        """
        ALTER TABLE edumanage_serviceloc MODIFY AP_no int(11) NOT NULL, MODIFY latitude decimal(14,9), MODIFY address_street varchar(96) NULL;
        ALTER TABLE edumanage_contact MODIFY contact_name longtext NOT NULL, MODIFY contact_phone varchar(300) NULL;
        UPDATE edumanage_serviceloc SET AP_no = -5, latitude = 1234.123456789 WHERE id = 2;
        UPDATE edumanage_contact SET contact_name = REPEAT('\u03b1', 3000), contact_phone = NULL WHERE id = 3;
        """);
    String target = Servers.freshDatabase(to.server(), "new");

    StationResult stopped = Migration.last(migrate(to, target, "{}"));
    assertThat(stopped.station()).isEqualTo(Station.CONNECT);
    assertThat(stopped.findings())
        .filteredOn(Finding::stops)
        .allSatisfy(each -> assertThat(each.decisions()).containsExactly("stop", "widen"))
        .extracting(Finding::check, Finding::column, Finding::count)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("does-not-fit", "AP_no", 1L),
            org.assertj.core.api.Assertions.tuple("does-not-fit", "latitude", 1L),
            org.assertj.core.api.Assertions.tuple("does-not-fit", "contact_name", 1L),
            org.assertj.core.api.Assertions.tuple("does-not-fit", "contact_phone", 1L));

    VerifyResult result = green(migrate(to, target, "{\"does-not-fit\": \"widen\"}"));

    for (String table : List.of("edumanage_serviceloc", "edumanage_contact")) {
      assertThat(Contents.rows(to.server(), target).get(table))
          .as(table)
          .isEqualTo(Contents.rows(oldHost, source).get(table));
    }
    assertThat(
            rows(
                to.server(),
                target,
                "SELECT column_name, column_type, is_nullable FROM information_schema.columns"
                    + " WHERE table_schema = DATABASE() AND column_name IN ('AP_no', 'latitude', 'contact_name', 'contact_phone') ORDER BY column_name"))
        .hasSize(4)
        .anySatisfy(row -> assertThat(row.get(1)).startsWith("bigint"))
        .anySatisfy(row -> assertThat(row.get(1)).isEqualTo("longtext"))
        .anySatisfy(row -> assertThat(row.get(1)).startsWith("decimal("))
        .anySatisfy(row -> assertThat(row.get(2)).isEqualTo("YES"));
    assertThat(ledger(result)).containsOnlyKeys("carried", "matched");
    assertAddsUp(result);
    Map<String, String> before = Contents.checksums(to.server(), target);
    green(migrate(to, target, "{\"does-not-fit\": \"widen\"}"));
    assertThat(Contents.checksums(to.server(), target)).isEqualTo(before);
  }

  /**
   * One decision.
   *
   * @param dirt what is wrong at the source
   * @param decisions as the plan says it
   * @param byHand the same decision in SQL: what is expected to arrive
   * @param kind the ledger's class of the rows that do not arrive
   */
  record Case(String dirt, String decisions, String byHand, String kind) {}

  private static final String LOST_MONITOR =
      "UPDATE edumanage_instrealmmon SET realm_id = 9999 WHERE id = 1;\n";
  private static final String WITHOUT_THE_MONITOR =
      """
      DELETE FROM edumanage_monlocalauthnparam WHERE instrealmmonid_id = 1;
      DELETE FROM edumanage_monproxybackclient WHERE instrealmmonid_id = 1;
      DELETE FROM edumanage_instrealmmon WHERE id = 1;
      """;
  private static final String STALE_TYPE =
      "UPDATE edumanage_name_i18n SET content_type_id = 9999 WHERE id = 1;\n";
  private static final String DANGLING =
      "UPDATE edumanage_name_i18n SET object_id = 99999 WHERE id = 1;\n";
  private static final String OWN_PERMISSION =
      """
      INSERT INTO auth_permission (name, content_type_id, codename) SELECT 'Can fly', id, 'can_fly' FROM django_content_type WHERE model = 'institution';
      INSERT INTO auth_group_permissions (group_id, permission_id) SELECT 1, id FROM auth_permission WHERE codename = 'can_fly';
      INSERT INTO auth_user_user_permissions (user_id, permission_id) SELECT 2, id FROM auth_permission WHERE codename = 'can_fly';
      """;
  private static final String BROKEN_JSON =
      "UPDATE social_auth_usersocialauth SET extra_data = '{\"a\": 1' WHERE id = 1;\n"
          + "UPDATE social_auth_usersocialauth SET extra_data = '{\"a\": [[1, {\"b\": null}]]}' WHERE id = 2;\n";

  static Stream<Case> decisions() {
    return Stream.of(
        new Case(LOST_MONITOR, "{orphan-foreign-key: leave-out}", WITHOUT_THE_MONITOR, "left-out"),
        new Case(LOST_MONITOR, "{orphan-foreign-key: reject}", WITHOUT_THE_MONITOR, "rejected"),
        new Case(
            "UPDATE django_admin_log SET content_type_id = 9999 WHERE id < 3;\n",
            "{orphan-foreign-key: {admin.logentry.content_type: set-null}}",
            "UPDATE django_admin_log SET content_type_id = NULL WHERE id < 3;\n",
            "left-out"),
        new Case(
            "INSERT INTO edumanage_realm_contact (realm_id, contact_id) VALUES (1, 9999), (9999, 1);\n",
            "{}",
            "DELETE FROM edumanage_realm_contact WHERE realm_id = 9999 OR contact_id = 9999;\n",
            "left-out"),
        new Case(DANGLING, "{}", "", "left-out"),
        new Case(
            DANGLING,
            "{dangling-generic-key: leave-out}",
            "DELETE FROM edumanage_name_i18n WHERE id = 1;\n",
            "left-out"),
        new Case(
            STALE_TYPE,
            "{stale-content-type: leave-out}",
            "DELETE FROM edumanage_name_i18n WHERE id = 1;\n",
            "left-out"),
        new Case(
            STALE_TYPE,
            "{stale-content-type: set-null}",
            "UPDATE edumanage_name_i18n SET content_type_id = NULL WHERE id = 1;\n",
            "left-out"),
        new Case(
            "UPDATE edumanage_realm SET ts = '0000-00-00 00:00:00' WHERE id = 1;\n"
                + "UPDATE edumanage_serviceloc SET ts = '2015-00-00 00:00:00' WHERE id IN (1, 2);\n",
            "{zero-date: {default: set-date 2001-02-03, edumanage.realm: set-date}}",
            "UPDATE edumanage_realm SET ts = '2000-01-01 00:00:00' WHERE id = 1;\n"
                + "UPDATE edumanage_serviceloc SET ts = '2001-02-03 00:00:00' WHERE id IN (1, 2);\n",
            "left-out"),
        new Case(
            "UPDATE auth_user SET is_staff = 2 WHERE id = 2;\n",
            "{boolean-range: treat-as-true}",
            "UPDATE auth_user SET is_staff = 1 WHERE id = 2;\n",
            "left-out"),
        new Case(
            "ALTER TABLE auth_group DROP INDEX name;\nINSERT INTO auth_group (id, name) VALUES (50, 'NRO'), (51, 'Nro');\n",
            "{duplicate-key: leave-out}",
            "DELETE FROM auth_group WHERE id > 49;\n",
            "left-out"),
        new Case(OWN_PERMISSION, "{}", "", "left-out"),
        new Case(
            OWN_PERMISSION,
            "{custom-permission: leave-out}",
            """
            DELETE FROM auth_group_permissions WHERE permission_id = (SELECT id FROM auth_permission WHERE codename = 'can_fly');
            DELETE FROM auth_user_user_permissions WHERE permission_id = (SELECT id FROM auth_permission WHERE codename = 'can_fly');
            DELETE FROM auth_permission WHERE codename = 'can_fly';
            """,
            "left-out"),
        new Case(
            "UPDATE edumanage_serviceloc SET enc_level = NULL WHERE id IN (1, 3);\n",
            "{null-multiselect: set-empty}",
            "UPDATE edumanage_serviceloc SET enc_level = '' WHERE enc_level IS NULL;\n",
            "left-out"),
        new Case(
            "UPDATE edumanage_serviceloc SET enc_level = NULL WHERE id IN (1, 3);\n",
            "{}",
            "",
            "left-out"),
        new Case(BROKEN_JSON, "{}", "", "left-out"),
        new Case(
            BROKEN_JSON,
            "{broken-json: set-empty}",
            "UPDATE social_auth_usersocialauth SET extra_data = '{}' WHERE id = 1;\n",
            "left-out"));
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void doesExactlyWhatWasDecided(Case decided) throws Exception {
    sql(decided.dirt);
    String expected = Samples.smallLegacy(oldHost);
    Servers.run(oldHost, expected, decided.dirt);
    Servers.run(oldHost, expected, decided.byHand);
    Servers.run(oldHost, expected, times(source));
    String target = Servers.freshDatabase(Servers.newHost(), "new");

    VerifyResult result = green(migrate(Target.MARIADB_11, target, yaml(decided.decisions)));

    Map<String, List<String>> wanted = Contents.rows(oldHost, expected);
    Map<String, List<String>> before = Contents.rows(oldHost, source);
    assertThat(Contents.rows(Servers.newHost(), target)).isEqualTo(wanted);
    assertAddsUp(result);
    long gone = size(before) - size(wanted);
    assertThat(ledger(result).getOrDefault(decided.kind, 0L)).isEqualTo(gone);
    long changed =
        wanted.entrySet().stream()
            .mapToLong(
                table ->
                    table.getValue().stream()
                        .filter(row -> !before.get(table.getKey()).contains(row))
                        .count())
            .sum();
    assertThat(ledger(result).getOrDefault("changed", 0L)).isEqualTo(changed);
    Path rejects = folder.resolve(target).resolve("fixture.json.rejects.jsonl");
    assertThat(Files.exists(rejects)).isEqualTo(decided.kind.equals("rejected"));
    if (Files.exists(rejects)) {
      assertThat(Files.readAllLines(rejects)).hasSize((int) gone);
    }
  }

  /** The target's tables are complete, and so is the history that South reads there. */
  @Test
  void goesOnWithACompleteHistory() throws Exception {
    sql(
        "DELETE FROM south_migrationhistory WHERE app_name = 'edumanage' AND migration > '0037';\n");
    String target = Servers.freshDatabase(Servers.newHost(), "new");

    for (int run = 0; run < 2; run++) {
      VerifyResult result = green(migrate(Target.MARIADB_11, target, yaml("{south-state: go-on}")));

      assertAddsUp(result);
      String history =
          "SELECT CONCAT(app_name, ':', migration) AS m FROM south_migrationhistory ORDER BY m";
      assertThat(Contents.ask(Servers.newHost(), target, history))
          .isEqualTo(Contents.ask(oldHost, Samples.smallLegacy(oldHost), history));
      String rows =
          "SELECT id, app_name, migration, applied FROM south_migrationhistory ORDER BY id";
      assertThat(rows(Servers.newHost(), target, rows)).containsAll(rows(oldHost, source, rows));
    }
  }

  /** South notes when it ran; that is not what is compared. */
  private static String times(String source) {
    return "UPDATE south_migrationhistory h, `%s`.south_migrationhistory o SET h.applied = o.applied WHERE h.id = o.id;\n"
        .formatted(source);
  }

  private static long size(Map<String, List<String>> rows) {
    return rows.values().stream().mapToLong(List::size).sum();
  }

  private static String yaml(String decisions) throws Exception {
    return Json.MAPPER.writeValueAsString(
        new com.fasterxml.jackson.databind.ObjectMapper(
                new com.fasterxml.jackson.dataformat.yaml.YAMLFactory())
            .readTree(decisions));
  }

  static Stream<Case> stops() {
    return Stream.of(
        new Case(LOST_MONITOR, "{}", "orphan-foreign-key", "1"),
        new Case(STALE_TYPE, "{}", "stale-content-type", "1"),
        new Case(
            "UPDATE edumanage_realm SET ts = '0000-00-00 00:00:00' WHERE id = 1;\n",
            "{}",
            "zero-date",
            "1"),
        new Case("UPDATE auth_user SET is_staff = 2 WHERE id = 2;\n", "{}", "boolean-range", "1"),
        new Case(
            "ALTER TABLE auth_group DROP INDEX name;\nINSERT INTO auth_group (id, name) VALUES (50, 'NRO');\n",
            "{}",
            "duplicate-key",
            "1"),
        new Case(
            "INSERT INTO edumanage_realm_contact (realm_id, contact_id) VALUES (1, 9999), (9999, 1);\n",
            "{orphan-many-to-many: stop}",
            "orphan-many-to-many",
            "2"),
        new Case(
            "UPDATE edumanage_url_i18n SET id = -4 WHERE id = 4;\n",
            "{odd-primary-key: stop}",
            "odd-primary-key",
            "1"),
        new Case(
            "DELETE FROM south_migrationhistory WHERE app_name = 'edumanage' ORDER BY id DESC LIMIT 1;\n",
            "{}",
            "south-state",
            "1"));
  }

  @ParameterizedTest
  @MethodSource("stops")
  void stopsBeforeAnythingIsWritten(Case stopping) throws Exception {
    sql(stopping.dirt);
    String target = Servers.freshDatabase(Servers.newHost(), "new");

    StationResult stopped =
        Migration.last(migrate(Target.MARIADB_11, target, yaml(stopping.decisions)));

    assertThat(stopped.station()).isEqualTo(Station.CONNECT);
    assertThat(stopped.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::check, finding -> Long.toString(finding.count()))
        .containsExactly(org.assertj.core.api.Assertions.tuple(stopping.byHand, stopping.kind));
    assertThat(Contents.rows(Servers.newHost(), target)).isEmpty();
  }

  /** As a table's files hold it whose declared charset was never that of its bytes. */
  private void bytes(String table, String column, String changes) throws Exception {
    Path files =
        Path.of(Contents.ask(oldHost, source, "SELECT CONCAT(@@datadir, DATABASE())").get(0));
    Path form = files.resolve(table + ".frm");
    byte[] declared = Files.readAllBytes(form);
    sql("ALTER TABLE " + table + " MODIFY " + column + " varbinary(765) NOT NULL;\n" + changes);
    sql("FLUSH TABLES;\n");
    Files.write(form, declared);
    sql("FLUSH TABLES;\n");
  }

  private static final String LATIN1 =
      """
      UPDATE edumanage_contact SET contact_name = x'4DFC6C6C6572' WHERE id = 3;
      UPDATE edumanage_contact SET contact_name = x'CE91CEB8CE' WHERE id = 4;
      UPDATE edumanage_contact SET contact_name = CONVERT('\u00ce\u2018\u00ce\u00b8' USING utf8) WHERE id = 5;
      """;

  @ParameterizedTest
  @EnumSource
  void repairsBytesThatAreNoUtf8(Target to) throws Exception {
    bytes("edumanage_contact", "contact_name", LATIN1);
    assertThat(
            Contents.ask(
                oldHost, source, "SELECT HEX(contact_name) FROM edumanage_contact WHERE id = 3"))
        .containsExactly("4DFC6C6C6572");
    String target = Servers.freshDatabase(to.server(), "new");

    for (String decisions : List.of("{}", "{\"mojibake\": \"carry-over\"}")) {
      StationResult stopped = Migration.last(migrate(to, target, decisions));
      assertThat(stopped.station()).isEqualTo(Station.CONNECT);
      assertThat(stopped.findings())
          .filteredOn(Finding::stops)
          .extracting(Finding::check, Finding::column, Finding::count)
          .containsExactly(org.assertj.core.api.Assertions.tuple("mojibake", "contact_name", 3L));
      assertThat(stopped.findings())
          .filteredOn(Finding::stops)
          .flatExtracting(Finding::samples)
          .extracting(Finding.Sample::text)
          .anySatisfy(text -> assertThat(text).endsWith(" \u2192 M\u00fcller"))
          .anySatisfy(text -> assertThat(text).endsWith(" \u2192 \u0391\u03b8"));
    }

    VerifyResult result = green(migrate(to, target, "{\"mojibake\": \"repair\"}"));

    assertThat(
            Contents.ask(
                to.server(),
                target,
                "SELECT HEX(contact_name) FROM edumanage_contact WHERE id IN (3, 4, 5) ORDER BY id"))
        .containsExactly("4DC3BC6C6C6572", "CE91CEB8", "CE91CEB8");
    assertThat(ledger(result)).containsEntry("changed", 3L);
    assertAddsUp(result);
  }

  @Test
  void stopsAtCopiedBytesThatNoTargetTakes() throws Exception {
    sql(
        """
        CREATE TABLE local_names (id int(11) NOT NULL PRIMARY KEY, name varchar(255) NOT NULL) ENGINE=MyISAM DEFAULT CHARSET=utf8;
        INSERT INTO local_names VALUES (1, ''), (2, 'plain');
        """);
    bytes("local_names", "name", "UPDATE local_names SET name = x'4DFC6C6C6572' WHERE id = 1;\n");
    String target = Servers.freshDatabase(Servers.newHost(), "new");

    StationResult stopped =
        Migration.last(migrate(Target.MARIADB_11, target, "{\"unknown-table\": \"copy\"}"));

    assertThat(stopped.station()).isEqualTo(Station.PREPARE);
    assertThat(stopped.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::check, Finding::table, Finding::column, Finding::count)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("does-not-fit", "local_names", "name", 1L));
    assertThat(Contents.rows(Servers.newHost(), target)).isEmpty();
    green(migrate(Target.MARIADB_11, target, "{}"));
  }

  @ParameterizedTest
  @EnumSource
  void carriesSurrogatesAsTheyAre(Target to) throws Exception {
    sql(
        """
        UPDATE edumanage_contact SET contact_name = CONVERT(x'61EDA0BDEDB8806263' USING utf8) WHERE id = 3;
        UPDATE edumanage_contact SET contact_name = CONVERT(x'EDA0BD61' USING utf8) WHERE id = 4;
        """);
    String target = Servers.freshDatabase(to.server(), "new");

    VerifyResult result = green(migrate(to, target, "{}"));

    assertThat(
            Contents.ask(
                to.server(),
                target,
                "SELECT HEX(contact_name) FROM edumanage_contact WHERE id IN (3, 4) ORDER BY id"))
        .containsExactly("61EDA0BDEDB8806263", "EDA0BD61");
    assertThat(Contents.rows(to.server(), target).get("edumanage_contact"))
        .isEqualTo(Contents.rows(oldHost, source).get("edumanage_contact"));
    assertAddsUp(result);
    Map<String, String> before = Contents.checksums(to.server(), target);
    green(migrate(to, target, "{}"));
    assertThat(Contents.checksums(to.server(), target)).isEqualTo(before);

    String other = Servers.freshDatabase(to.server(), "new");
    StationResult stopped = Migration.last(migrate(to, other, "{\"surrogate-pair\": \"stop\"}"));
    assertThat(stopped.station()).isEqualTo(Station.CONNECT);
    assertThat(stopped.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::check, Finding::count)
        .containsExactly(org.assertj.core.api.Assertions.tuple("surrogate-pair", 2L));
  }

  @Test
  void stopsAtCharactersOfFourBytes() throws Exception {
    sql(
        "ALTER TABLE edumanage_contact MODIFY contact_name varchar(255) CHARACTER SET utf8mb4 NOT NULL;\n"
            + "UPDATE edumanage_contact SET contact_name = _utf8mb4 x'61F09F9880' WHERE id = 3;\n");
    String target = Servers.freshDatabase(Servers.newHost(), "new");

    StationResult stopped = Migration.last(migrate(Target.MARIADB_11, target, "{}"));

    assertThat(stopped.station()).isEqualTo(Station.CONNECT);
    assertThat(stopped.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::check, Finding::column, Finding::count)
        .containsExactly(org.assertj.core.api.Assertions.tuple("does-not-fit", "contact_name", 1L));
  }

  private void sql(String statements) throws SQLException {
    Servers.run(oldHost, source, statements);
  }

  private static List<List<String>> rows(SandboxServer server, String database, String question)
      throws SQLException {
    return SampleDatabases.rows(server, database, question);
  }

  private List<StationResult> migrate(Target to, String target, String decisions) {
    return migrate(to, target, decisions, Map.of());
  }

  private List<StationResult> migrate(
      Target to, String target, String decisions, Map<String, String> conflicts) {
    return Migration.run(
        Samples.endpoint(oldHost, source),
        Samples.endpoint(to.server(), target),
        folder.resolve(target),
        conflicts,
        decisions);
  }

  private static VerifyResult green(List<StationResult> results) {
    StationResult last = Migration.last(results);
    assertThat(last.findings()).as(last.summary()).filteredOn(Finding::stops).isEmpty();
    assertThat(last.good()).as(last.summary()).isTrue();
    assertThat(last.station()).isEqualTo(Station.VERIFY);
    return (VerifyResult) last;
  }

  private static Map<String, Long> ledger(VerifyResult result) {
    Map<String, Long> ledger = new TreeMap<>();
    for (LedgerLine line : result.ledger()) {
      ledger.put(line.kind().slug(), line.rows());
    }
    return ledger;
  }

  /** The ledger holds every row of every table of the source, once. */
  private void assertAddsUp(VerifyResult result) throws SQLException {
    long rows = 0;
    for (String table : Contents.ask(oldHost, source, "SHOW TABLES")) {
      rows +=
          Long.parseLong(
              Contents.ask(oldHost, source, "SELECT COUNT(*) FROM `" + table + "`").get(0));
    }
    assertThat(ledger(result).values().stream().mapToLong(Long::longValue).sum()).isEqualTo(rows);
  }
}
