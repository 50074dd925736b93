package org.fixtureferry.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dirt in rows that a random number chose: every finding has its count, and nothing is invented.
 */
class OtherDirtTest {
  /** What tells of columns, accounts and settings, not of rows. */
  private static final Set<String> NOT_OF_ROWS =
      Set.of("server", "auto-increment", "column-type", "charset", "exclude-cost");

  private static final int MOST = 6;

  private final SandboxServer oldHost = Servers.legacy();
  private final Map<String, Long> expected = new TreeMap<>();
  private Random random;
  private String source;

  @ParameterizedTest
  @ValueSource(longs = {1, 27, 800, 5_550})
  void everyFindingHasItsCount(long seed) throws Exception {
    random = new Random(seed);
    source = Samples.smallLegacy(oldHost);
    run("UPDATE edumanage_serviceloc SET enc_level = '' WHERE enc_level IS NULL");

    soil("orphan-foreign-key", "edumanage_instserver", "instid_id", "900000 + id");
    soil("orphan-foreign-key", "edumanage_institutioncontactpool", "contact_id", "900000 + id");
    soil(
        "zero-date", "auth_user", "date_joined", "IF(id % 2, '0000-00-00', '2012-00-10 08:09:10')");
    soil("boolean-range", "edumanage_serviceloc", "NAT", "IF(id % 2, 2, -1)");
    soil("null-multiselect", "edumanage_serviceloc", "enc_level", "NULL");
    soil("broken-json", "social_auth_usersocialauth", "extra_data", "CONCAT('{\"id\": ', id)");
    soil(
        "mojibake",
        "edumanage_institutiondetails",
        "address_city",
        "CONVERT(CONVERT(CONVERT(address_city USING utf8) USING binary) USING latin1)");
    soil("dangling-generic-key", "edumanage_name_i18n", "object_id", "900000 + id");
    soil("stale-content-type", "edumanage_url_i18n", "content_type_id", "900 + id");
    run("ALTER TABLE edumanage_serviceloc MODIFY AP_no int NOT NULL");
    soil("does-not-fit", "edumanage_serviceloc", "AP_no", "-1 - id");
    expected.put("orphan-many-to-many edumanage_serviceloc_contact", rows());
    run(
        "UPDATE edumanage_serviceloc_contact SET contact_id = 900000 + id WHERE id IN (%s)"
            .formatted(
                some(
                    "edumanage_serviceloc_contact",
                    expected.get("orphan-many-to-many edumanage_serviceloc_contact"))));
    add(
        "odd-primary-key edumanage_contact.id",
        "edumanage_contact (id, contact_name, contact_email, contact_phone)",
        "-%d, 'x', '', ''");
    add(
        "surrogate-pair django_flatpage.content",
        "django_flatpage (url, title, content, enable_comments, template_name, registration_required)",
        "'/s%d/', '', CONCAT('a', _utf8 X'EDA0BDEDB880'), 0, '', 0");
    add(
        "custom-permission auth_permission",
        "auth_permission (name, content_type_id, codename)",
        "'Can', 22, 'fly_%d'");
    run("ALTER TABLE registration_registrationprofile DROP KEY user_id");
    long repeated = rows();
    run(
        "INSERT INTO registration_registrationprofile (user_id, activation_key) SELECT user_id, 'again' FROM registration_registrationprofile WHERE id IN (%s)"
            .formatted(some("registration_registrationprofile", repeated)));
    expected.put("duplicate-key registration_registrationprofile.user_id", repeated);

    assertThat(found()).isEqualTo(expected);
  }

  /**
   * Django itself dumped these without a complaint; NULL in a multiple choice is all they share.
   */
  @ParameterizedTest
  @CsvSource({
    "edges,odd-primary-key social_auth_nonce.id",
    "ties,",
    "zero,odd-primary-key",
    "custom-permission,custom-permission auth_permission"
  })
  void inventsNothing(String set, String own) throws Exception {
    source = Samples.set(oldHost, set);

    assertThat(found().keySet())
        .allMatch(
            finding ->
                finding.equals("null-multiselect edumanage_serviceloc.enc_level")
                    || (own != null && finding.startsWith(own)))
        .matches(found -> own == null || found.stream().anyMatch(each -> each.startsWith(own)));
  }

  /** Another value in some rows; they are what the check is to find. */
  private void soil(String check, String table, String column, String value) throws SQLException {
    long rows = rows();
    run(
        "UPDATE %s SET %s = %s WHERE id IN (%s)"
            .formatted(table, column, value, some(table, rows)));
    expected.put(check + " " + table + "." + column, rows);
  }

  private void add(String finding, String into, String values) throws SQLException {
    long rows = rows();
    for (int i = 1; i <= rows; i++) {
      run("INSERT INTO " + into + " VALUES (" + values.formatted(i) + ")");
    }
    expected.put(finding, rows);
  }

  private long rows() {
    return 1 + random.nextInt(MOST);
  }

  private String some(String table, long rows) throws SQLException {
    List<String> ids =
        new ArrayList<>(Contents.ask(oldHost, source, "SELECT id FROM " + table + " ORDER BY id"));
    Collections.shuffle(ids, random);
    assertThat(ids).as(table).hasSizeGreaterThanOrEqualTo((int) rows);
    return ids.stream().limit(rows).collect(Collectors.joining(", "));
  }

  private void run(String sql) throws SQLException {
    Servers.run(oldHost, source, sql);
  }

  private Map<String, Long> found() throws SQLException {
    List<Finding> findings =
        new SurveySource(
                Samples.DJNRO,
                Samples.source(oldHost, source),
                Samples.target(Servers.newHost(), Servers.freshDatabase(Servers.newHost(), "new")),
                new SurveySettings(LockMode.TABLES))
            .run(ProgressListener.NO_OP, new Cancellation())
            .findings();
    Map<String, Long> found = new TreeMap<>();
    for (Finding finding : findings) {
      if (!NOT_OF_ROWS.contains(finding.check())) {
        String column = finding.column() == null ? "" : "." + finding.column();
        found.merge(finding.check() + " " + finding.table() + column, finding.count(), Long::sum);
      }
    }
    return found;
  }
}
