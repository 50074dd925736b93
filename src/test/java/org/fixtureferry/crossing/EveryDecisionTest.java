package org.fixtureferry.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.DirtySample;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.fixtureferry.verify.LedgerLine;
import org.fixtureferry.verify.VerifyResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every decision of every check over the dirty sample. What is expected of the target is a copy of
 * the source, changed by SQL of the test's own as the decision says; the ledger's numbers are
 * counted in the three databases.
 */
class EveryDecisionTest {
  private static final SandboxServer OLD_HOST = Servers.legacy();
  private static final SandboxServer NEW_HOST = Servers.newHost();
  private static final String SOUTH = "south_migrationhistory";

  /** Migrations that the sample's history lacks. */
  private static final long COMPLETED = 2;

  private static String source;

  @TempDir Path folder;

  @BeforeAll
  static void fill() throws SQLException {
    source = DirtySample.make(OLD_HOST);
  }

  /** What a check's rows become when a decision is taken, on a copy of the source. */
  enum Decided {
    ORPHANS_LEFT_OUT("\"orphan-foreign-key\": \"leave-out\"", Gone.ORPHANS),
    ORPHANS_REJECTED("\"orphan-foreign-key\": \"reject\"", Gone.ORPHANS),
    ORPHANS_REJECTED_OR_NULL(
        "\"orphan-foreign-key\": {\"default\": \"reject\", \"admin.logentry.content_type\": \"set-null\"}",
        "UPDATE django_admin_log SET content_type_id = NULL WHERE content_type_id = 998;\n"
            + Gone.ORPHANS),
    MANY_TO_MANY_LEFT_OUT(
        "\"orphan-many-to-many\": \"leave-out\"", ""), // in every plan, by default
    GENERIC_CARRIED("\"dangling-generic-key\": \"carry-over\"", ""),
    GENERIC_LEFT_OUT(
        "\"dangling-generic-key\": \"leave-out\"",
        """
        DELETE FROM edumanage_name_i18n WHERE object_id = 999011;
        DELETE FROM edumanage_url_i18n WHERE object_id = 999012;
        """),
    TYPES_LEFT_OUT(
        "\"stale-content-type\": \"leave-out\"",
        "DELETE FROM edumanage_name_i18n WHERE name LIKE 'of a % that is gone';\n"),
    TYPES_NULL(
        "\"stale-content-type\": \"set-null\"",
        "UPDATE edumanage_name_i18n SET content_type_id = NULL WHERE name LIKE 'of a % that is gone';\n"),
    DATES_2000(
        "\"zero-date\": {\"default\": \"set-date 2000-01-01\", \"edumanage.serviceloc.ts\": \"set-date 2014-06-05\"}",
        """
        UPDATE auth_user SET last_login = '2000-01-01' WHERE username LIKE 'never%';
        UPDATE edumanage_institutiondetails SET ts = '2000-01-01' WHERE oper_name = 'inst.example.gr';
        UPDATE edumanage_serviceloc SET ts = '2014-06-05' WHERE address_city = 'Χανιά';
        """),
    DATES_1999(
        "\"zero-date\": \"set-date 1999-12-31\"",
        """
        UPDATE auth_user SET last_login = '1999-12-31' WHERE username LIKE 'never%';
        UPDATE edumanage_institutiondetails SET ts = '1999-12-31' WHERE oper_name = 'inst.example.gr';
        UPDATE edumanage_serviceloc SET ts = '1999-12-31' WHERE address_city = 'Χανιά';
        """),
    MOJIBAKE_CARRIED("\"mojibake\": \"carry-over\"", ""),
    MOJIBAKE_REPAIRED(
        "\"mojibake\": \"repair\"",
        """
        UPDATE edumanage_contact SET contact_name = 'Μαρία Παπαδοπούλου' WHERE contact_email = 'maria@inst.example.gr';
        UPDATE edumanage_contact SET contact_name = 'Γιώργος «Οικονόμου»' WHERE contact_email = 'giorgos@inst.example.gr';
        UPDATE edumanage_institutiondetails SET address_street = 'Λεωφόρος Σούδας 12' WHERE oper_name = 'inst.example.gr';
        """),
    BOOLEANS_TRUE(
        "\"boolean-range\": \"treat-as-true\"",
        """
        UPDATE edumanage_instserver SET status_server = 1 WHERE name = 'good';
        UPDATE auth_user SET is_staff = 1 WHERE username LIKE 'old.admin%';
        """),
    WIDENED("\"does-not-fit\": \"widen\"", ""),
    DUPLICATES_LEFT_OUT(
        "\"duplicate-key\": \"leave-out\"",
        """
        DELETE FROM auth_group WHERE name IN ('NRO', 'Helpdésk');
        DELETE FROM auth_user_groups WHERE group_id NOT IN (SELECT id FROM auth_group);
        DELETE FROM registration_registrationprofile WHERE activation_key = SHA1('a second profile of the same user');
        """),
    TABLE_LEFT_BEHIND("\"unknown-table\": \"leave-behind\"", "DROP TABLE site_inventory;\n"),
    TABLE_COPIED("\"unknown-table\": \"copy\"", ""),
    COLUMN_LEFT_BEHIND(
        "\"unknown-column\": \"leave-behind\"", "ALTER TABLE edumanage_contact DROP COLUMN fax;\n"),
    COLUMN_COPIED("\"unknown-column\": \"copy\"", ""),
    PERMISSIONS_CARRIED("\"custom-permission\": \"carry-over\"", ""),
    PERMISSIONS_LEFT_OUT(
        "\"custom-permission\": \"leave-out\"",
        """
        DELETE FROM auth_permission WHERE codename IN ('approve_institution', 'add_poll');
        DELETE FROM auth_group_permissions WHERE permission_id NOT IN (SELECT id FROM auth_permission);
        DELETE FROM auth_user_user_permissions WHERE permission_id NOT IN (SELECT id FROM auth_permission);
        """),
    CHOICES_CARRIED("\"null-multiselect\": \"carry-over\"", ""),
    CHOICES_EMPTY(
        "\"null-multiselect\": \"set-empty\"",
        "UPDATE edumanage_serviceloc SET enc_level = '' WHERE enc_level IS NULL;\n"),
    JSON_CARRIED("\"broken-json\": \"carry-over\"", ""),
    JSON_EMPTY(
        "\"broken-json\": \"set-empty\"",
        "UPDATE social_auth_usersocialauth SET extra_data = '{}' WHERE uid IN ('twitter-cut-off', 'openid-empty');\n"),
    KEYS_CARRIED("\"odd-primary-key\": \"carry-over\"", ""),
    SURROGATES_CARRIED("\"surrogate-pair\": \"carry-over\"", ""),
    SOUTH_GOES_ON("\"south-state\": \"go-on\"", "");

    private final String said;
    private final String sql;

    Decided(String said, String sql) {
      this.said = said;
      this.sql = sql;
    }
  }

  /** SQL that several decisions share. */
  private static final class Gone {
    private static final String ORPHANS =
        """
        DELETE FROM edumanage_instserver WHERE instid_id = 999001;
        DELETE FROM edumanage_instrealm WHERE instid_id = 999001;
        DELETE FROM edumanage_instrealmmon WHERE realm_id NOT IN (SELECT id FROM edumanage_instrealm);
        DELETE FROM edumanage_monlocalauthnparam WHERE instrealmmonid_id NOT IN (SELECT id FROM edumanage_instrealmmon);
        DELETE FROM edumanage_monproxybackclient WHERE instrealmmonid_id NOT IN (SELECT id FROM edumanage_instrealmmon);
        DELETE FROM edumanage_institutioncontactpool WHERE contact_id = 999002;
        DELETE FROM accounts_userprofile WHERE user_id = 999007;
        DELETE FROM django_admin_log WHERE user_id = 999008 OR content_type_id = 998;
        """;

    private static final String MANY_TO_MANY =
        """
        DELETE FROM edumanage_instrealm_proxyto WHERE instrealm_id NOT IN (SELECT id FROM edumanage_instrealm)
          OR instserver_id NOT IN (SELECT id FROM edumanage_instserver);
        DELETE FROM edumanage_serviceloc_contact WHERE serviceloc_id = 999004;
        DELETE FROM edumanage_institutiondetails_contact WHERE contact_id = 999005;
        DELETE FROM auth_user_groups WHERE group_id = 999009;
        DELETE FROM auth_group_permissions WHERE permission_id = 999010;
        """;
  }

  /** Plans in which together every decision occurs. */
  enum Evening {
    CARRIES_WHAT_IT_CAN(
        0,
        Decided.ORPHANS_LEFT_OUT,
        Decided.MANY_TO_MANY_LEFT_OUT,
        Decided.GENERIC_CARRIED,
        Decided.TYPES_LEFT_OUT,
        Decided.DATES_2000,
        Decided.MOJIBAKE_CARRIED,
        Decided.BOOLEANS_TRUE,
        Decided.WIDENED,
        Decided.DUPLICATES_LEFT_OUT,
        Decided.TABLE_LEFT_BEHIND,
        Decided.COLUMN_LEFT_BEHIND,
        Decided.PERMISSIONS_CARRIED,
        Decided.CHOICES_CARRIED,
        Decided.JSON_CARRIED,
        Decided.KEYS_CARRIED,
        Decided.SURROGATES_CARRIED,
        Decided.SOUTH_GOES_ON),
    MENDS_WHAT_IT_CAN(
        // server, realm, monitor, its two parts, two of proxyto, pool, profile, log
        10,
        Decided.ORPHANS_REJECTED_OR_NULL,
        Decided.GENERIC_LEFT_OUT,
        Decided.TYPES_NULL,
        Decided.DATES_1999,
        Decided.MOJIBAKE_REPAIRED,
        Decided.BOOLEANS_TRUE,
        Decided.WIDENED,
        Decided.DUPLICATES_LEFT_OUT,
        Decided.TABLE_COPIED,
        Decided.COLUMN_COPIED,
        Decided.PERMISSIONS_LEFT_OUT,
        Decided.CHOICES_EMPTY,
        Decided.JSON_EMPTY,
        Decided.SOUTH_GOES_ON);

    private final long rejected;
    private final List<Decided> decisions;

    Evening(long rejected, Decided... decisions) {
      this.rejected = rejected;
      this.decisions = List.of(decisions);
    }

    String plan() {
      return "{" + String.join(", ", decisions.stream().map(each -> each.said).toList()) + "}";
    }

    /** The source as this plan wants it to arrive. */
    String expected() throws SQLException {
      String copy = DirtySample.copy(OLD_HOST, source);
      for (Decided each : decisions) {
        Servers.run(OLD_HOST, copy, each.sql);
      }
      Servers.run(OLD_HOST, copy, Gone.MANY_TO_MANY);
      return copy;
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTargetHoldsWhatWasDecidedAndTheLedgerSaysSo(Evening evening) throws Exception {
    String target = Servers.freshDatabase(NEW_HOST, "new");
    Map<String, String> before = Contents.checksums(OLD_HOST, source);

    VerifyResult result = green(migrate(target, evening.plan()));

    String expected = evening.expected();
    assertSameRows(target, expected);
    assertLedger(result, evening, target, expected);
    assertRejects(evening, target);
    assertThat(Contents.checksums(OLD_HOST, source)).isEqualTo(before);
  }

  private static void assertSameRows(String target, String expected) throws SQLException {
    Map<String, List<String>> wanted = Contents.rows(OLD_HOST, expected);
    Map<String, List<String>> arrived = Contents.rows(NEW_HOST, target);
    // The names of content types and permissions are the profile's own; what they are is the key.
    for (String natural : List.of("auth_permission", "django_content_type")) {
      wanted.remove(natural);
      arrived.remove(natural);
    }
    assertThat(arrived.keySet()).isEqualTo(wanted.keySet());
    // Going on completes South's history at the target: what was done and not noted, and what was
    // behind.
    assertThat(arrived.remove(SOUTH))
        .containsAll(wanted.remove(SOUTH))
        .hasSize(Contents.rows(OLD_HOST, expected).get(SOUTH).size() + (int) COMPLETED);
    wanted.forEach((table, rows) -> assertThat(arrived.get(table)).as(table).isEqualTo(rows));
    assertThat(keys(NEW_HOST, target)).containsAll(keys(OLD_HOST, expected));
    assertThat(Contents.nextIds(NEW_HOST, target)).containsEntry("edumanage_contact", 500_000L);
  }

  /** Counted in the source, in what is expected of the target, and in the target itself. */
  private static void assertLedger(
      VerifyResult result, Evening evening, String target, String expected) throws SQLException {
    Map<String, Long> atSource = counts(OLD_HOST, source);
    Map<String, Long> wanted = counts(OLD_HOST, expected);
    Map<String, Long> atTarget = counts(NEW_HOST, target);
    Map<String, Long> accounted = new TreeMap<>();
    Map<String, Long> byClass = new TreeMap<>();
    Map<String, Long> arrived = new TreeMap<>();
    for (LedgerLine line : result.ledger()) {
      byClass.put(line.kind().slug(), line.rows());
      for (LedgerLine.LedgerTable table : line.tables()) {
        accounted.merge(table.table(), table.rows(), Long::sum);
        if (List.of("carried", "changed").contains(line.kind().slug())) {
          arrived.put(table.table(), arrived.getOrDefault(table.table(), 0L) + table.rows());
        }
      }
    }
    Map<String, Long> notEmpty = new TreeMap<>(atSource);
    notEmpty.values().removeIf(rows -> rows == 0);
    assertThat(accounted).isEqualTo(notEmpty);
    atTarget.merge(SOUTH, -COMPLETED, Long::sum);
    for (String table : arrived.keySet()) {
      assertThat(arrived.get(table)).as(table).isEqualTo(atTarget.get(table));
    }
    long gone =
        wanted.keySet().stream().mapToLong(table -> atSource.get(table) - wanted.get(table)).sum();
    assertThat(byClass.getOrDefault("rejected", 0L)).isEqualTo(evening.rejected);
    assertThat(byClass.getOrDefault("left-out", 0L)).isEqualTo(gone - evening.rejected);
    assertThat(byClass.getOrDefault("left-behind", 0L))
        .isEqualTo(wanted.containsKey("site_inventory") ? 0 : atSource.get("site_inventory"));
    assertThat(byClass.getOrDefault("changed", 0L)).isEqualTo(changed(expected));
  }

  /** Rows that the expected copy has and the source has not. */
  private static long changed(String expected) throws SQLException {
    String unchanged = DirtySample.copy(OLD_HOST, source);
    if (Contents.ask(OLD_HOST, expected, "SHOW COLUMNS FROM edumanage_contact LIKE 'fax'")
        .isEmpty()) {
      Servers.run(OLD_HOST, unchanged, "ALTER TABLE edumanage_contact DROP COLUMN fax");
    }
    Map<String, List<String>> before = Contents.rows(OLD_HOST, unchanged);
    long changed = 0;
    for (Map.Entry<String, List<String>> table : Contents.rows(OLD_HOST, expected).entrySet()) {
      List<String> rows = new ArrayList<>(table.getValue());
      before.get(table.getKey()).forEach(rows::remove);
      changed += rows.size();
    }
    return changed;
  }

  private void assertRejects(Evening evening, String target) throws Exception {
    Path file = folder.resolve(target).resolve("fixture.json.rejects.jsonl");
    if (evening.rejected == 0) {
      assertThat(file).doesNotExist();
      return;
    }
    Map<String, Integer> models = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode reject = Json.MAPPER.readTree(line);
      models.merge(reject.get("model").asText(), 1, Integer::sum);
      assertThat(reject.get("check").asText()).isEqualTo("orphan-foreign-key");
      assertThat(reject.get("reason").asText()).isNotBlank();
      assertThat(reject.get("pk").asLong()).isPositive();
      assertThat(reject.get("fields").isObject()).isTrue();
    }
    assertThat(models)
        .containsOnlyKeys(
            "accounts.userprofile",
            "admin.logentry",
            "edumanage.institutioncontactpool",
            "edumanage.instrealm",
            "edumanage.instrealmmon",
            "edumanage.instserver",
            "edumanage.monlocalauthnparam",
            "edumanage.monproxybackclient")
        .allSatisfy((model, lines) -> assertThat(lines).as(model).isEqualTo(1));
  }

  @Test
  void withoutADecisionTheStopsAreListedAndNothingIsWritten() throws Exception {
    String target = Servers.freshDatabase(NEW_HOST, "new");

    StationResult stopped = Migration.last(migrate(target, "{}"));

    assertThat(stopped.station()).isEqualTo(Station.CONNECT);
    assertThat(stops(stopped))
        .containsExactly(
            "boolean-range",
            "does-not-fit",
            "duplicate-key",
            "orphan-foreign-key",
            "south-state",
            "stale-content-type",
            "zero-date");
    assertThat(Contents.ask(NEW_HOST, target, "SHOW TABLES")).isEmpty();
  }

  @Test
  void whatIsDecidedToStopStops() throws Exception {
    String target = Servers.freshDatabase(NEW_HOST, "new");
    String decided =
        Evening.CARRIES_WHAT_IT_CAN
            .plan()
            .replace("\"orphan-many-to-many\": \"leave-out\"", "\"orphan-many-to-many\": \"stop\"")
            .replace("\"odd-primary-key\": \"carry-over\"", "\"odd-primary-key\": \"stop\"")
            .replace("\"surrogate-pair\": \"carry-over\"", "\"surrogate-pair\": \"stop\"");

    StationResult stopped = Migration.last(migrate(target, decided));

    assertThat(stopped.station()).isEqualTo(Station.CONNECT);
    assertThat(stops(stopped))
        .containsExactly("odd-primary-key", "orphan-many-to-many", "surrogate-pair");
    assertThat(Contents.ask(NEW_HOST, target, "SHOW TABLES")).isEmpty();
  }

  private static List<String> stops(StationResult result) {
    return List.copyOf(
        new TreeSet<>(
            result.findings().stream().filter(Finding::stops).map(Finding::check).toList()));
  }

  private List<StationResult> migrate(String target, String decisions) {
    return Migration.run(
        Samples.endpoint(OLD_HOST, source),
        Samples.endpoint(NEW_HOST, target),
        folder.resolve(target),
        Map.of(),
        decisions);
  }

  private static VerifyResult green(List<StationResult> results) {
    StationResult last = Migration.last(results);
    assertThat(last.findings()).as(last.summary()).filteredOn(Finding::stops).isEmpty();
    assertThat(last.good()).as(last.summary()).isTrue();
    return (VerifyResult) last;
  }

  private static Map<String, Long> counts(SandboxServer server, String database)
      throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (String table : Contents.ask(server, database, "SHOW TABLES")) {
      counts.put(
          table,
          Long.valueOf(Contents.ask(server, database, "SELECT COUNT(*) FROM " + table).get(0)));
    }
    return counts;
  }

  private static List<String> keys(SandboxServer server, String database) throws SQLException {
    return Contents.ask(
        server,
        database,
        "SELECT CONCAT_WS(' ', p.codename, c.app_label, c.model) AS k FROM django_content_type c"
            + " JOIN auth_permission p ON p.content_type_id = c.id ORDER BY k");
  }
}
