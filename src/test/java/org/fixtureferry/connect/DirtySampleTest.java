package org.fixtureferry.connect;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.servers.DirtySample;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample's dirt has one of everything, and the survey finds all of it, and nothing else. */
class DirtySampleTest {
  enum Old {
    MYSQL_5_5,
    MARIADB_11;

    SandboxServer server() {
      return this == MYSQL_5_5 ? Servers.legacy() : Servers.newHost();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFindingHasItsCount(Old old) throws Exception {
    String source = DirtySample.make(old.server());

    Map<String, Long> found = new TreeMap<>();
    for (Finding finding : survey(old.server(), source)) {
      if (!finding.check().equals("server")) { // what the account may do
        found.merge(place(finding), finding.count(), Long::sum);
      }
    }

    assertThat(found).containsExactlyInAnyOrderEntriesOf(EXPECTED);
  }

  private static final Map<String, Long> EXPECTED =
      Map.ofEntries(
          entry("orphan-foreign-key accounts_userprofile.institution_id", 1L),
          entry("orphan-foreign-key accounts_userprofile.user_id", 1L),
          entry("orphan-foreign-key django_admin_log.content_type_id", 1L),
          entry("orphan-foreign-key django_admin_log.user_id", 1L),
          entry("orphan-foreign-key edumanage_institutioncontactpool.contact_id", 1L),
          entry("orphan-foreign-key edumanage_instrealm.instid_id", 1L),
          entry("orphan-foreign-key edumanage_instserver.instid_id", 1L),
          entry("orphan-many-to-many auth_group_permissions", 1L),
          entry("orphan-many-to-many auth_user_groups", 1L),
          entry("orphan-many-to-many edumanage_institutiondetails_contact", 1L),
          entry("orphan-many-to-many edumanage_instrealm_proxyto", 1L),
          entry("orphan-many-to-many edumanage_serviceloc_contact", 1L),
          entry("dangling-generic-key edumanage_name_i18n.object_id", 1L),
          entry("dangling-generic-key edumanage_url_i18n.object_id", 1L),
          entry("stale-content-type edumanage_name_i18n.content_type_id", 2L),
          entry("zero-date auth_user.last_login", 1L),
          entry("zero-date edumanage_institutiondetails.ts", 1L),
          entry("zero-date edumanage_serviceloc.ts", 1L),
          entry("mojibake edumanage_contact.contact_name", 2L),
          entry("mojibake edumanage_institutiondetails.address_street", 1L),
          entry("boolean-range auth_user.is_staff", 1L),
          entry("boolean-range edumanage_instserver.status_server", 1L),
          entry("does-not-fit edumanage_institutiondetails.number_user", 1L),
          entry("column-type edumanage_institutiondetails.number_user", 1L),
          entry("duplicate-key auth_group.name", 2L),
          entry("duplicate-key registration_registrationprofile.user_id", 1L),
          entry("unknown-table site_inventory", 3L),
          entry("unknown-column edumanage_contact.fax", 1L),
          entry("custom-permission auth_permission", 2L),
          entry("null-multiselect edumanage_serviceloc.enc_level", 2L), // one is the sample's own
          entry("broken-json social_auth_usersocialauth.extra_data", 2L),
          entry("odd-primary-key edumanage_contact.id", 2L),
          entry("surrogate-pair django_flatpage.content", 1L),
          entry("auto-increment edumanage_contact", 1L),
          entry("south-state south_migrationhistory", 3L)); // interim, behind, of an app unknown

  private static String place(Finding finding) {
    return finding.check()
        + " "
        + finding.table()
        + (finding.column() == null ? "" : "." + finding.column());
  }

  private static List<Finding> survey(SandboxServer old, String source) throws Exception {
    return new SurveySource(
            Samples.DJNRO,
            Samples.source(old, source),
            Samples.target(Servers.newHost(), Servers.freshDatabase(Servers.newHost(), "new")),
            new SurveySettings(LockMode.TABLES))
        .run(ProgressListener.NO_OP, new Cancellation())
        .findings();
  }
}
