package org.fixtureferry.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.fixtureferry.verify.TwoDatabases.told;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.FixtureMeta.TableState;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Checksums;
import org.fixtureferry.mysql.ComparedTable;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Severity;
import org.junit.jupiter.api.Test;

/** What Verify says beside the rows, and what the operator may accept. */
class VerifyChecksTest {

  @Test
  void namesATableThatIsNotOnInnoDb() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget(
        "ALTER TABLE registration_registrationprofile DROP FOREIGN KEY "
            + foreignKey(two, "registration_registrationprofile", "user_id"),
        "ALTER TABLE registration_registrationprofile ENGINE = MyISAM");
    VerifyResult result = two.verify();
    assertThat(told(result)).contains("engine | registration_registrationprofile | - | - | - | -");
    assertThat(result.notInnoDb()).isOne();
    assertThat(result.green()).isFalse();
  }

  @Test
  void namesAForeignKeyThatWasDropped() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget(
        "ALTER TABLE edumanage_institution DROP FOREIGN KEY "
            + foreignKey(two, "edumanage_institution", "realmid_id"));
    VerifyResult result = two.verify();
    assertThat(result.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.check()).isEqualTo("foreign-keys");
              assertThat(finding.model()).isEqualTo("edumanage.institution");
              assertThat(finding.column()).isEqualTo("realmid_id");
            });
    assertThat(result.foreignKeys()).isEqualTo(36);
    assertThat(result.green()).isFalse();
  }

  @Test
  void namesAColumnThatIsNotAsTheProfileHasIt() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget("ALTER TABLE auth_group MODIFY name varchar(81) NOT NULL, DROP KEY name");
    VerifyResult result = two.verify();
    assertThat(result.findings()).extracting(Finding::check).containsOnly("schema");
    assertThat(result.findings()).extracting(Finding::text).hasSize(2);
    assertThat(result.green()).isFalse();
  }

  @Test
  void letsLengthsFollowTheSource() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.both("ALTER TABLE auth_group MODIFY name varchar(90) NOT NULL");
    assertThat(told(two.verify())).isEmpty();
  }

  @Test
  void comparesWhatBothHaveWhereAColumnIsMissing() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget(
        "ALTER TABLE edumanage_contact DROP COLUMN contact_phone",
        "UPDATE edumanage_contact SET contact_name = 'Nobody' WHERE id = 9");
    two.atSource("UPDATE edumanage_contact SET contact_name = 'Someone' WHERE id = 9");
    assertThat(told(two.verify()))
        .containsExactly(
            "schema | edumanage_contact | - | - | - | -",
            "row-differs | edumanage_contact | 9 | name | Someone | Nobody");
  }

  @Test
  void isNotGreenWhereATableIsMissing() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget("DROP TABLE django_content_type");
    VerifyResult result = two.verify();
    assertThat(result.green()).isFalse();
    assertThat(told(result)).contains("schema | django_content_type | - | - | - | -");
    assertThat(check(result, "rows").state()).isEqualTo(CheckResult.State.UNCHECKED);
    assertThat(check(result, "relations").state()).isEqualTo(CheckResult.State.UNCHECKED);
  }

  @Test
  void namesATableWhoseNextIdIsLower() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atSource("ALTER TABLE edumanage_contact AUTO_INCREMENT = 5000");
    VerifyResult result = two.verify();
    assertThat(result.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.check()).isEqualTo("auto-increment");
              assertThat(finding.table()).isEqualTo("edumanage_contact");
              assertThat(finding.source()).isEqualTo("5000");
            });
    assertThat(result.green()).isFalse();
    two.atTarget("ALTER TABLE edumanage_contact AUTO_INCREMENT = 5000");
    assertThat(two.verify().green()).isTrue();
  }

  @Test
  void namesRowsThatPointAtNothing() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.both(
        "UPDATE edumanage_instserver SET instid_id = 9999 WHERE id = 4",
        "INSERT INTO auth_user_groups (id, user_id, group_id) VALUES (900, 1, 888)",
        "UPDATE edumanage_name_i18n SET object_id = 7777 WHERE id = 1");
    VerifyResult result = two.verify();
    assertThat(result.findings())
        .extracting(Finding::check, Finding::table, Finding::severity)
        .containsExactlyInAnyOrder(
            tuple("orphan-foreign-key", "edumanage_instserver", Severity.STOPS),
            tuple("orphan-foreign-key", "auth_user_groups", Severity.STOPS),
            tuple("dangling-generic-key", "edumanage_name_i18n", Severity.LOOK));
    assertThat(result.findings().stream().filter(finding -> finding.field().equals("instid")))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.samples())
                    .containsExactly(new Finding.Sample("4", "instid_id = 9999")));
  }

  @Test
  void namesTablesAndColumnsThatNoModelKnows() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atSource(
        "CREATE TABLE notes (id int)",
        "INSERT INTO notes VALUES (1), (2)",
        "ALTER TABLE auth_group ADD COLUMN colour varchar(9) NOT NULL DEFAULT ''");
    two.atTarget(
        "CREATE TABLE fixture_ferry (id int) ENGINE = InnoDB",
        "CREATE TABLE stray (id int) ENGINE = InnoDB");
    VerifyResult result = two.verify();
    assertThat(result.findings())
        .extracting(Finding::check, Finding::table, Finding::column)
        .containsExactlyInAnyOrder(
            tuple("left-behind", "notes", null),
            tuple("left-behind", "auth_group", "colour"),
            tuple("unknown-table", "stray", null));
    assertThat(result.rows(LedgerClass.LEFT_BEHIND)).isEqualTo(2);
    assertThat(result.green()).isTrue();
  }

  @Test
  void expectsOfExcludedModelsWhatPrepareMakes() throws SQLException {
    TwoDatabases two =
        TwoDatabases.alike()
            .excluding("sessions", "sites.Site", "south", "flatpages", "contenttypes");
    two.atTarget(
        "DELETE FROM django_session",
        "DELETE FROM django_flatpage",
        "DELETE FROM django_flatpage_sites",
        "UPDATE django_site SET domain = 'example.com', name = 'example.com'");
    VerifyResult result = two.verify();
    assertThat(told(result)).isEmpty();
    assertThat(result.green()).isTrue();
    assertThat(result.rows(LedgerClass.EXCLUDED)).isPositive();

    two.atTarget(
        "UPDATE django_site SET domain = 'elsewhere' WHERE id = 1",
        "INSERT INTO django_flatpage VALUES (3, '/x/', 'X', '', 0, '', 0)",
        "DELETE FROM south_migrationhistory WHERE app_name = 'longerusername'");
    assertThat(told(two.verify()))
        .containsExactlyInAnyOrder(
            "row-differs | django_site | 1 | domain | example.com | elsewhere",
            "row-extra | django_flatpage | 3 | - | - | -",
            "row-missing | south_migrationhistory | longerusername:0001_initial | - | - | -");
    assertThat(two.verify().summary())
        .isEqualTo("Not green: 1 row is missing; 1 row is too many; 1 row is changed.");
  }

  @Test
  void isNeverGreenWhereTheSourceChangedAfterTheExport() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    FixtureMeta meta = export(two);
    assertThat(two.exported(meta).verify().green()).isTrue();
    two.both("UPDATE edumanage_contact SET contact_name = 'New name' WHERE id = 9");
    VerifyResult result =
        two.accepting(new Acceptance("source-changed", "edumanage.contact", null, null)).verify();
    assertThat(told(result)).contains("source-changed | edumanage_contact | - | - | - | -");
    assertThat(result.green()).isFalse();
  }

  @Test
  void isNeverGreenWithAFixtureThatWasHandedIn() throws SQLException {
    VerifyResult result = TwoDatabases.alike().exported(meta(Map.of())).verify();
    assertThat(check(result, "source-unchanged").state()).isEqualTo(CheckResult.State.UNCHECKED);
    assertThat(result.green()).isFalse();
  }

  @Test
  void isGreenWhereEveryDifferenceWasAcceptedByName() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget(
        "UPDATE django_site SET domain = 'new.example.org' WHERE id = 1",
        "DELETE FROM edumanage_url_i18n WHERE id = 11");
    Acceptance domain = new Acceptance("row-differs", "sites.Site", "1", "domain");
    Acceptance url = new Acceptance("row-missing", "edumanage.url_i18n", "11", null);
    assertThat(two.accepting(domain).verify().green()).isFalse();
    VerifyResult result = two.accepting(domain, url).verify();
    assertThat(result.findings()).extracting(Finding::decided).containsOnly("accepted");
    assertThat(result.green()).isTrue();
    assertThat(result.rows(LedgerClass.LEFT_OUT)).isOne();
    assertThat(result.summary())
        .isEqualTo(
            "1,406 rows in 37 tables are the same; 2 differences accepted by name, 1 row left out.");
  }

  @Test
  void acceptsTheValueThatWasSeenAndNoOther() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget("UPDATE django_site SET domain = 'new.example.org' WHERE id = 1");
    Acceptance seen =
        Acceptance.of(
                two.verify().findings().stream().filter(Finding::stops).findFirst().orElseThrow())
            .orElseThrow();
    assertThat(seen)
        .isEqualTo(new Acceptance("row-differs", "sites.site", "1", "domain", "new.example.org"));
    assertThat(two.accepting(seen).verify().green()).isTrue();
    two.atTarget("UPDATE django_site SET domain = 'another.example.org' WHERE id = 1");
    assertThat(two.accepting(seen).verify().green()).isFalse();
  }

  @Test
  void acceptsNothingButWhatWasNamed() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget("UPDATE django_site SET domain = 'new.example.org', name = 'x' WHERE id = 1");
    VerifyResult result =
        two.accepting(
                new Acceptance("row-differs", "sites.site", "1", "domain"),
                new Acceptance("row-differs", "sites.site", "2", "name"))
            .verify();
    assertThat(result.green()).isFalse();
    assertThat(result.findings()).filteredOn(Finding::stops).hasSize(1);
    assertThat(result.findings())
        .filteredOn(finding -> finding.check().equals("acceptance-unused"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.LOOK);
              assertThat(finding.pk()).isEqualTo("2");
            });
  }

  @Test
  void stopsWhereItIsTold() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    Cancellation cancellation = new Cancellation();
    assertThatThrownBy(() -> two.crossing().run(progress -> cancellation.request(), cancellation))
        .isInstanceOf(Cancellation.Cancelled.class);
    assertThatThrownBy(
            () ->
                two.crossing()
                    .run(
                        progress -> {
                          if (progress.subject() != null) {
                            cancellation.request();
                          }
                        },
                        cancellation))
        .isInstanceOf(Cancellation.Cancelled.class);
    assertThat(two.crossing().run(ProgressListener.NO_OP, new Cancellation()).green()).isTrue();
  }

  private static CheckResult check(VerifyResult result, String name) {
    return result.checks().stream()
        .filter(check -> check.check().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String foreignKey(TwoDatabases two, String table, String column)
      throws SQLException {
    return two.askTarget(
        "SELECT constraint_name FROM information_schema.key_column_usage WHERE table_schema ="
            + " DATABASE() AND referenced_table_name IS NOT NULL AND table_name = '%s' AND column_name = '%s'"
                .formatted(table, column));
  }

  private static FixtureMeta export(TwoDatabases two) throws SQLException {
    Map<String, TableState> tables = new LinkedHashMap<>();
    try (Connection connection = two.sourceDatabase().open()) {
      Map<String, Map<String, CatalogColumn>> catalog = new HashMap<>();
      for (CatalogColumn column : Catalog.columns(connection, two.source)) {
        catalog
            .computeIfAbsent(column.table(), table -> new HashMap<>())
            .put(column.column().name(), column);
      }
      for (ComparedTable table : ComparedTable.all(TwoDatabases.PROFILE, catalog)) {
        tables.put(
            table.table(),
            new TableState(Checksums.sum(connection, table, Checksums.Chunk.WHOLE), 0));
      }
    }
    return meta(tables);
  }

  private static FixtureMeta meta(Map<String, TableState> tables) {
    return new FixtureMeta(
        "djnro-0.8",
        null,
        Instant.parse("2026-11-22T18:00:00Z"),
        List.of(),
        "",
        0,
        List.of(),
        tables,
        List.of(),
        List.of(),
        null,
        0,
        true);
  }
}
