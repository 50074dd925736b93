package org.fixtureferry.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fixtureferry.verify.TwoDatabases.told;

import java.sql.SQLException;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Severity;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.Test;

/** What Verify says of rows: that equal ones are equal, and where they are not. */
class VerifyCrossingTest {

  @Test
  void isGreenWhereEveryRowArrived() throws SQLException {
    VerifyResult result = TwoDatabases.alike().verify();
    assertThat(told(result)).isEmpty();
    assertThat(result.green()).isTrue();
    assertThat(result.checks()).extracting(CheckResult::state).containsOnly(CheckResult.State.PASS);
    assertThat(result.summary())
        .isEqualTo("Every row arrived: 1,408 rows in 37 tables are the same.");
    assertThat(result.foreignKeys()).isEqualTo(37);
    assertThat(result.notInnoDb()).isZero();
    assertThat(result.ledger())
        .extracting(LedgerLine::kind, LedgerLine::rows)
        .containsExactly(tuple(LedgerClass.MATCHED, 117L), tuple(LedgerClass.CARRIED, 1291L));
  }

  @Test
  void provesOneValueBeyondAsciiOfEveryTextColumn() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();

    assertThat(two.verify().checks())
        .filteredOn(check -> check.check().equals("charset-proof"))
        .singleElement()
        .satisfies(
            check ->
                assertThat(check.reason())
                    .matches("One value beyond ASCII of each of \\d+ text columns is the same.*"));

    two.atTarget("UPDATE edumanage_contact SET contact_name = 'a'");

    assertThat(two.verify().checks())
        .filteredOn(check -> check.check().equals("charset-proof"))
        .singleElement()
        .satisfies(check -> assertThat(check.reason()).endsWith("Of 1 it is not the same."));
  }

  @Test
  void isGreenWithMySqlAsTheTargetToo() throws SQLException {
    VerifyResult result = TwoDatabases.alike(Servers.legacy()).verify();
    assertThat(told(result)).isEmpty();
    assertThat(result.green()).isTrue();
  }

  @Test
  void doesNotMindInWhichCharsetTheSourceHoldsItsTexts() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atSource(
        "ALTER TABLE edumanage_name_i18n CONVERT TO CHARACTER SET greek",
        "ALTER TABLE django_flatpage CONVERT TO CHARACTER SET ucs2",
        "ALTER TABLE edumanage_serviceloc CONVERT TO CHARACTER SET utf16",
        "ALTER TABLE django_session CONVERT TO CHARACTER SET latin1",
        "ALTER TABLE django_content_type CONVERT TO CHARACTER SET latin1",
        "ALTER TABLE auth_permission CONVERT TO CHARACTER SET latin1");
    two.atTarget(
        "ALTER TABLE edumanage_contact CONVERT TO CHARACTER SET utf8mb4",
        "UPDATE edumanage_name_i18n SET name = 'Αθήναι' WHERE id = 5");
    String wider = "charset | edumanage_contact | - | - | - | -";
    assertThat(told(two.verify()))
        .containsExactly(
            wider,
            wider,
            wider,
            "row-differs | edumanage_name_i18n | 5 | name | Εργαστήρια, Αθήνα | Αθήναι");
  }

  @Test
  void canBeStoredAndReadBack() throws Exception {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget("UPDATE edumanage_contact SET contact_email = '' WHERE id = 5");
    VerifyResult result = two.verify();
    String json = Json.MAPPER.writeValueAsString(result);
    assertThat(Json.MAPPER.readValue(json, VerifyResult.class)).isEqualTo(result);
  }

  @Test
  void namesTheFieldInWhichOneByteChanged() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget("UPDATE auth_user SET first_name = 'anna' WHERE id = 7");
    two.atSource("UPDATE auth_user SET first_name = 'Anna' WHERE id = 7");
    VerifyResult result = two.verify();
    assertThat(told(result))
        .containsExactly("row-differs | auth_user | 7 | first_name | Anna | anna");
    assertThat(result.green()).isFalse();
    assertThat(result.rows(LedgerClass.CHANGED)).isOne();
    assertThat(result.summary()).isEqualTo("Not green: 1 row is changed.");
  }

  @Test
  void seesASpaceAtTheEndWhichTheCollationDoesNot() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atSource("UPDATE auth_user SET first_name = 'Anna' WHERE id = 7");
    two.atTarget("UPDATE auth_user SET first_name = 'Anna ' WHERE id = 7");
    assertThat(told(two.verify()))
        .containsExactly("row-differs | auth_user | 7 | first_name | Anna | 'Anna '");
  }

  @Test
  void tellsNullFromTheEmptyText() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atSource("UPDATE edumanage_serviceloc SET enc_level = NULL WHERE id IN (3, 4)");
    two.atTarget(
        "UPDATE edumanage_serviceloc SET enc_level = '' WHERE id = 3",
        "UPDATE edumanage_serviceloc SET enc_level = 'NULL' WHERE id = 4");
    assertThat(told(two.verify()))
        .containsExactly(
            "row-differs | edumanage_serviceloc | 3 | enc_level | NULL | ''",
            "row-differs | edumanage_serviceloc | 4 | enc_level | NULL | 'NULL'");
  }

  @Test
  void namesARowThatIsGone() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget("DELETE FROM edumanage_url_i18n WHERE id = 11");
    VerifyResult result = two.verify();
    assertThat(told(result))
        .containsExactly(
            "row-missing | edumanage_url_i18n | 11 | - | - | -",
            "ledger | edumanage_url_i18n | - | - | - | -");
    assertThat(result.green()).isFalse();
    assertThat(result.summary()).isEqualTo("Not green: 1 row is missing.");
  }

  @Test
  void namesARowTooMany() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget("INSERT INTO auth_group (id, name) VALUES (77, 'late')");
    VerifyResult result = two.verify();
    assertThat(told(result)).containsExactly("row-extra | auth_group | 77 | - | - | -");
    assertThat(result.green()).isFalse();
  }

  @Test
  void namesBothEndsOfAManyToManyRow() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    String ends =
        two.askTarget(
            "SELECT CONCAT(instrealm_id, ' ', instserver_id) FROM edumanage_instrealm_proxyto"
                + " WHERE id = 3");
    two.atTarget("DELETE FROM edumanage_instrealm_proxyto WHERE id = 3");
    VerifyResult result = two.verify();
    String[] end = ends.split(" ");
    assertThat(told(result))
        .contains(
            "row-missing | edumanage_instrealm_proxyto | "
                + end[0]
                + " | proxyto | "
                + end[1]
                + " | -");
    assertThat(result.findings().get(0).model()).isEqualTo("edumanage.instrealm");
  }

  @Test
  void doesNotMindTheIdsOfManyToManyRows() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget("UPDATE edumanage_instrealm_proxyto SET id = id + 5000 ORDER BY id DESC");
    assertThat(two.verify().green()).isTrue();
  }

  @Test
  void namesTwoRowsWhoseContentTypesWereSwapped() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget(
        "UPDATE edumanage_name_i18n SET content_type_id = 46 - content_type_id WHERE id IN (2, 3)");
    assertThat(told(two.verify()))
        .contains(
            "row-differs | edumanage_name_i18n | 2 | content_type | edumanage.realm |"
                + " edumanage.institution",
            "row-differs | edumanage_name_i18n | 3 | content_type | edumanage.institution |"
                + " edumanage.realm");
  }

  @Test
  void doesNotMindWhichIdsContentTypesAndPermissionsHave() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget(
        "UPDATE django_content_type SET id = 2000 - id",
        "UPDATE auth_permission SET content_type_id = 2000 - content_type_id, id = 3000 - id",
        "UPDATE auth_group_permissions SET permission_id = 3000 - permission_id",
        "UPDATE auth_user_user_permissions SET permission_id = 3000 - permission_id",
        "UPDATE django_admin_log SET content_type_id = 2000 - content_type_id",
        "UPDATE edumanage_name_i18n SET content_type_id = 2000 - content_type_id",
        "UPDATE edumanage_url_i18n SET content_type_id = 2000 - content_type_id");
    VerifyResult result = two.verify();
    assertThat(told(result)).isEmpty();
    assertThat(result.green()).isTrue();
  }

  @Test
  void namesContentTypesAndPermissionsThatOneSideLacks() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atSource(
        "INSERT INTO django_content_type (id, name, app_label, model) VALUES (90, 'x', 'old', 'x')",
        "INSERT INTO auth_permission (name, content_type_id, codename) VALUES ('Fly', 90, 'fly')");
    VerifyResult result = two.verify();
    assertThat(told(result))
        .contains(
            "content-type-missing | django_content_type | old.x | - | - | -",
            "permission-missing | auth_permission | fly.old.x | - | - | -");
    assertThat(result.green()).isFalse();
  }

  @Test
  void onlyLooksAtTheNameOfAContentType() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget("UPDATE django_content_type SET name = 'kingdom' WHERE model = 'realm'");
    VerifyResult result = two.verify();
    assertThat(told(result))
        .containsExactly(
            "content-type-differs | django_content_type | edumanage.realm | name | Realm | kingdom");
    assertThat(result.findings()).extracting(Finding::severity).containsOnly(Severity.LOOK);
    assertThat(result.green()).isTrue();
  }

  @Test
  void comparesRowsWhoseKeyIsATextAndASecret() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    String key = two.askTarget("SELECT session_key FROM django_session LIMIT 1");
    String data = two.askTarget("SELECT session_data FROM django_session LIMIT 1");
    two.atTarget(
        "UPDATE django_session SET session_data = 'bm90aGluZw==' WHERE session_key = '" + key + "'",
        "INSERT INTO django_session VALUES ('ffffffffffffffffffffffffffffffff', 'x', NOW())");
    VerifyResult result = two.verify();
    assertThat(result.findings())
        .extracting(Finding::check)
        .containsExactlyInAnyOrder("row-differs", "row-extra");
    assertThat(result.findings())
        .allSatisfy(finding -> assertThat(finding.pk()).startsWith("secret:"));
    assertThat(result.toString()).doesNotContain(key, data, "bm90aGluZw==", "ffffffff");
  }

  @Test
  void namesARowThatKeptItsTextButNotItsCase() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.both("INSERT INTO django_session VALUES ('aaaa', 'x', '2026-01-01 00:00:00')");
    two.atTarget("UPDATE django_session SET session_key = 'AAAA' WHERE session_key = 'aaaa'");
    assertThat(two.verify().findings())
        .extracting(Finding::check)
        .contains("row-missing", "row-extra");
  }

  @Test
  void neverPrintsASecret() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget("UPDATE edumanage_instserver SET secret = 'open sesame' WHERE id = 2");
    String before = "c00kie monster";
    two.atSource("UPDATE edumanage_instserver SET secret = '" + before + "' WHERE id = 2");
    VerifyResult result = two.verify();
    assertThat(result.findings()).hasSize(1);
    assertThat(result.findings().get(0).field()).isEqualTo("secret");
    assertThat(result.findings().get(0).source()).startsWith("secret:");
    assertThat(result.findings().get(0).target())
        .startsWith("secret:")
        .isNotEqualTo(result.findings().get(0).source());
    assertThat(result + VerifyReport.html(result)).doesNotContain("open sesame", before);
  }

  @Test
  void saysWhereLongTextsPart() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    String text =
        "INSERT INTO auth_message (id, user_id, message) VALUES (1, 1, CONCAT('%s', '%s'))";
    two.atSource(text.formatted("λ".repeat(1_500), "here"));
    two.atTarget(text.formatted("λ".repeat(1_500), "hare and further"));
    VerifyResult result = two.verify();
    assertThat(told(result))
        .containsExactly(
            "row-differs | auth_message | 1 | message | …"
                + "λ".repeat(19)
                + "here | …"
                + "λ".repeat(19)
                + "hare and further");
    assertThat(result.findings().get(0).text())
        .isEqualTo(
            "auth.message 1: message differs from character 1,502 on: 1,504 characters at the"
                + " source, 1,516 at the target.");
  }

  @Test
  void listsSomeRowsAndCountsAll() throws SQLException {
    TwoDatabases two = TwoDatabases.alike();
    two.atTarget("DELETE FROM edumanage_name_i18n WHERE id > 3");
    VerifyResult result = two.verify();
    assertThat(
            result.findings().stream()
                .filter(finding -> finding.check().equals("row-missing"))
                .mapToLong(Finding::count)
                .sum())
        .isEqualTo(279);
    assertThat(result.findings()).hasSizeLessThan(210);
  }
}
