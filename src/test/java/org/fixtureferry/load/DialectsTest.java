package org.fixtureferry.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fixtureferry.load.PreparedTarget.contact;
import static org.fixtureferry.load.PreparedTarget.institution;
import static org.fixtureferry.load.PreparedTarget.object;
import static org.fixtureferry.load.PreparedTarget.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Decisions;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fixtures as Django has written them over the years; the goldens are by real Django. */
class DialectsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ATHENS = "Europe/Athens";

  @TempDir Path folder;
  private PreparedTarget target;

  @BeforeEach
  void prepare() throws SQLException {
    target = PreparedTarget.on(Servers.newHost());
  }

  /** One site, told by three Djangos, becomes the same rows; told again, it changes nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "django-1.4-natural",
        "django-5.2-natural-primary",
        "django-5.2-everything",
        "reversed: django-1.4-natural",
        "reversed: django-5.2-natural-primary",
        "reversed: django-5.2-everything"
      })
  void loadWhateverDjangoWroteThem(String name) throws Exception {
    Path fixture = golden(name);

    LoadResult result = load(fixture, ATHENS, Decisions.NONE);

    assertThat(result.findings()).noneMatch(Finding::stops);
    assertThat(result.loaded()).isTrue();
    assertThat(
            target.ask(
                "SELECT CONCAT_WS(' ', username, HEX(first_name), last_login, date_joined) FROM auth_user ORDER BY username"))
        .containsExactly(
            "maria CE9CCEB1CF81CEAFCEB1 2014-07-01 10:00:00 2014-01-01 10:00:00",
            "nikos CE9DCEAFCEBACEBFCF82 2014-07-01 10:00:00 2014-01-01 10:00:00");
    assertThat(
            target.ask(
                "SELECT CONCAT(u.username, ' ', g.name, ' ', p.codename, ' ', c.app_label) FROM auth_user u"
                    + " JOIN auth_user_groups ug ON ug.user_id = u.id JOIN auth_group g ON g.id = ug.group_id"
                    + " JOIN auth_group_permissions gp ON gp.group_id = g.id"
                    + " JOIN auth_permission p ON p.id = gp.permission_id"
                    + " JOIN django_content_type c ON c.id = p.content_type_id ORDER BY p.codename"))
        .containsExactly(
            "maria Helpdesk add_flatpage flatpages", "maria Helpdesk change_user auth");
    assertThat(
            target.ask(
                "SELECT CONCAT(u.username, ' ', p.codename) FROM auth_user_user_permissions up"
                    + " JOIN auth_user u ON u.id = up.user_id JOIN auth_permission p ON p.id = up.permission_id"))
        .containsExactly("nikos delete_site");
    assertThat(
            target.ask(
                "SELECT CONCAT(u.username, ' ', c.model, ' ', l.action_time) FROM django_admin_log l"
                    + " JOIN auth_user u ON u.id = l.user_id"
                    + " JOIN django_content_type c ON c.id = l.content_type_id"))
        .containsExactly("maria flatpage 2014-07-01 10:05:00");
    assertThat(
            target.ask(
                "SELECT CONCAT(f.url, ' ', s.domain) FROM django_flatpage f"
                    + " JOIN django_flatpage_sites fs ON fs.flatpage_id = f.id JOIN django_site s ON s.id = fs.site_id"))
        .containsExactly("/faq/ eduroam.example.org");
    Map<String, String> before = target.checksums();

    LoadResult again = load(fixture, ATHENS, Decisions.NONE);

    assertThat(again.summary()).isEqualTo("the target already held everything");
    assertThat(target.checksums()).isEqualTo(before);
  }

  @Test
  void keepTheTargetsOwnContentTypesAndPermissionsAndAddWhatItLacks() throws Exception {
    String own = "SELECT CONCAT(id, name, app_label, model) FROM django_content_type ORDER BY id";
    List<String> before = target.ask(own);
    long permissions = count("auth_permission");

    load(golden("django-5.2-everything"), ATHENS, Decisions.NONE);

    assertThat(target.ask(own)).isEqualTo(before);
    assertThat(count("auth_permission WHERE codename LIKE 'view\\_%'")).isEqualTo(8);
    assertThat(count("auth_permission")).isEqualTo(permissions + 8);
  }

  @Test
  void writeDatesInUtcAndSaySoWhereNoTimeZoneIsNamed() throws Exception {
    LoadResult result =
        target
            .load(golden("django-5.2-natural-primary"))
            .run(ProgressListener.NO_OP, new Cancellation());

    assertThat(target.ask("SELECT DISTINCT last_login FROM auth_user"))
        .singleElement()
        .asString()
        .startsWith("2014-07-01 07:00:00");
    assertThat(result.findings())
        .extracting(Finding::check, Finding::model, Finding::field, Finding::count)
        .contains(
            tuple("aware-date", "auth.user", "last_login", 2L),
            tuple("aware-date", "auth.user", "date_joined", 2L),
            tuple("microseconds", "admin.logentry", "action_time", 1L));
  }

  /** Finding 20: they would load, and point at wrong models. */
  @Test
  void stopWhereContentTypesArePointedAtByNumber() throws Exception {
    Map<String, String> before = target.checksums();

    LoadResult result = load(golden("django-5.2-by-number"), ATHENS, Decisions.NONE);

    assertThat(result.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::check, Finding::model, Finding::field, Finding::count)
        .containsExactlyInAnyOrder(
            tuple("fixture-dialect", "auth.group", "permissions", 1L),
            tuple("fixture-dialect", "auth.user", "user_permissions", 1L),
            tuple("fixture-dialect", "admin.logentry", "content_type", 1L));
    assertThat(result.findings().get(0).text()).contains("--natural");
    assertThat(target.checksums()).isEqualTo(before);
  }

  @Test
  void matchAnObjectWithoutAPrimaryKeyByItsNaturalKey() throws Exception {
    load(user("21", "maria"), user("22", "nikos"));

    LoadResult result =
        load(
            user(null, "nikos").replace("first_name\": \"\"", "first_name\": \"N\""),
            user("null", "eleni"),
            user("21", "maria"));

    assertThat(result.loaded()).isTrue();
    assertThat(target.ask("SELECT CONCAT(id, username, first_name) FROM auth_user ORDER BY id"))
        .containsExactly("21maria", "22nikosN", "23eleni");
  }

  @Test
  void giveOutNoIdThatTheFixtureHoldsItself() throws Exception {
    load(user(null, "eleni"), user("1", "maria"), user("2", "nikos"));

    assertThat(target.ask("SELECT CONCAT(id, username) FROM auth_user ORDER BY id"))
        .containsExactly("1maria", "2nikos", "3eleni");
  }

  @Test
  void listEveryNaturalKeyThatNamesNothing() throws Exception {
    Map<String, String> before = target.checksums();

    LoadResult result =
        load(
            object(
                "edumanage.name_i18n",
                8,
                "\"name\": \"x\", \"lang\": \"el\", \"content_type\": [\"polls\", \"poll\"], \"object_id\": 1"),
            profile(1, "[\"nobody\"]"),
            profile(2, "[\"maria\"]"),
            profile(3, "[\"noone\"]"),
            user(null, "maria"),
            institution(5, "[\"gr\"]"));

    assertThat(result.loaded()).isFalse();
    assertThat(result.findings())
        .allMatch(Finding::stops)
        .allMatch(finding -> finding.check().equals("unresolved-natural-key"))
        .extracting(Finding::model, Finding::field, Finding::count, Finding::samples)
        .containsExactlyInAnyOrder(
            tuple(
                "edumanage.name_i18n",
                "content_type",
                1L,
                List.of(new Finding.Sample("8", "contenttypes.contenttype polls.poll"))),
            tuple(
                "accounts.userprofile",
                "user",
                2L,
                List.of(
                    new Finding.Sample("1", "auth.user nobody"),
                    new Finding.Sample("3", "auth.user noone"))),
            tuple(
                "edumanage.institution",
                "realmid",
                1L,
                List.of(new Finding.Sample("5", "edumanage.realm gr"))));
    assertThat(target.checksums()).isEqualTo(before);
  }

  @Test
  void stopAtModelsAndFieldsThatTheProfileDoesNotKnow() throws Exception {
    Map<String, String> before = target.checksums();

    LoadResult result = load(foreign());

    assertThat(result.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::check, Finding::model, Finding::field, Finding::count)
        .containsExactly(
            tuple("fixture-dialect", null, null, 2L),
            tuple("unknown-model", "polls.poll", null, 2L),
            tuple("unknown-field", "edumanage.contact", "fax", 1L));
    assertThat(target.checksums()).isEqualTo(before);
  }

  @Test
  void leaveOutWhatIsDecidedToBeIgnored() throws Exception {
    LoadResult result =
        load(
            PreparedTarget.fixture(folder, foreign()),
            ATHENS,
            new Decisions(
                Map.of(
                    "unknown-model", Map.of("polls.poll", "ignore"),
                    "unknown-field", Map.of("edumanage.contact.fax", "ignore"))));

    assertThat(result.findings()).noneMatch(Finding::stops);
    assertThat(result.loaded()).isTrue();
    assertThat(target.ask("SELECT CONCAT(id, contact_name) FROM edumanage_contact"))
        .containsExactly("1one");
  }

  @Test
  void stopWhereNoObjectIsOfTheProfile() throws Exception {
    LoadResult result =
        load(
            PreparedTarget.fixture(folder, object("polls.poll", 1, "\"text\": \"x\"")),
            ATHENS,
            new Decisions(Map.of("unknown-model", Map.of("default", "ignore"))));

    assertThat(result.good()).isFalse();
    assertThat(result.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::check)
        .containsExactly("fixture-dialect");
  }

  /** As Django makes an object whose fields nobody gave. */
  @Test
  void takeTheDefaultOfAFieldThatIsMissing() throws Exception {
    load(
        contact(1, "\"one\""),
        realm(7),
        institution(5, 7),
        object(
            "edumanage.instserver",
            9,
            "\"instid\": 5, \"ertype\": 1, \"host\": \"a\", \"ts\": \"2014-10-10 22:59:59\""));

    assertThat(
            target.ask(
                "SELECT CONCAT_WS('|', IFNULL(name, 'NULL'), addr_type, rad_pkt_type, auth_port, status_server, secret, proto) FROM edumanage_instserver"))
        .containsExactly("NULL|ipv4|auth+acct|1812|0||radius");
  }

  /** Numbers as JSON numbers or as texts, booleans as Django's to_python takes them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"longitude\": \"23.781000\", \"AP_no\": 3, \"wired\": true, \"NAT\": false",
        "\"longitude\": 23.781, \"AP_no\": \"3\", \"wired\": 1, \"NAT\": 0",
        "\"longitude\": \"23.781\", \"AP_no\": 3.0, \"wired\": \"True\", \"NAT\": \"f\""
      })
  void takeNumbersAndBooleansInEveryForm(String values) throws Exception {
    String[] objects = {
      contact(1, "\"one\""),
      realm(7),
      institution(5, 7),
      object(
          "edumanage.serviceloc",
          2,
          values
              + ", \"institutionid\": 5, \"latitude\": 38, \"address_street\": \"\", \"address_city\": \"\", \"SSID\": \"eduroam\", \"ts\": \"2014-10-10\"")
    };
    load(objects);

    assertThat(
            target.ask(
                "SELECT CONCAT_WS(' ', longitude, AP_no, wired, NAT) FROM edumanage_serviceloc"))
        .containsExactly("23.78100000 3 1 0");
    assertThat(load(objects).summary()).isEqualTo("the target already held everything");
  }

  @Test
  void leaveAManyToManyListThatIsMissingAsItIs() throws Exception {
    load(contact(1, "\"one\""), realm(7).replace("[]", "[1]"));

    LoadResult result =
        load(
            contact(1, "\"one\""),
            realm(7).replace(", \"contact\": []", "").replace("\"stype\": 0", "\"stype\": 1"));

    assertThat(result.loaded()).isTrue();
    assertThat(target.ask("SELECT stype FROM edumanage_realm")).containsExactly("1");
    assertThat(target.ask("SELECT contact_id FROM edumanage_realm_contact")).containsExactly("1");
  }

  private Path golden(String name) throws Exception {
    String file = name.replace("reversed: ", "");
    JsonNode objects = JSON.readTree(Samples.text("dialects/" + file + ".json"));
    List<JsonNode> order = new ArrayList<>();
    objects.forEach(each -> order.add(name.equals(file) ? order.size() : 0, each));
    return Files.write(folder.resolve("golden.json"), JSON.writeValueAsBytes(order));
  }

  private LoadResult load(String... objects) {
    return load(PreparedTarget.fixture(folder, objects), ATHENS, Decisions.NONE);
  }

  private LoadResult load(Path fixture, String zone, Decisions decisions) {
    LoadSettings settings =
        new LoadSettings(
            PreparedTarget.EXCLUDE,
            LoadSettings.OnlyInTarget.STOP,
            Map.of(),
            decisions,
            Optional.of(ZoneId.of(zone)),
            Optional.empty());
    return target
        .load(fixture, settings, DiffListener.NO_OP)
        .run(ProgressListener.NO_OP, new Cancellation());
  }

  private long count(String from) throws SQLException {
    return Long.parseLong(target.ask("SELECT COUNT(*) FROM " + from).get(0));
  }

  private static String[] foreign() {
    return new String[] {
      object("polls.poll", 1, "\"text\": \"x\""),
      contact(1, "\"one\"").replace("\"phone\"", "\"fax\": \"2\", \"phone\""),
      object("polls.poll", 2, "\"text\": \"y\"")
    };
  }

  private static String profile(int pk, String user) {
    return object(
        "accounts.userprofile",
        pk,
        "\"user\": " + user + ", \"institution\": 5, \"is_social_active\": false");
  }

  /**
   * @param pk null to leave it out
   */
  private static String user(String pk, String username) {
    String object =
        object(
            "auth.user",
            pk,
            "\"username\": \""
                + username
                + "\", \"first_name\": \"\", \"last_name\": \"\", \"email\": \"\", \"password\": \"!\","
                + " \"last_login\": \"2014-10-10T22:59:59\", \"date_joined\": \"2014-10-10T22:59:59\"");
    return pk == null ? object.replace("\"pk\": null, ", "") : object;
  }
}
