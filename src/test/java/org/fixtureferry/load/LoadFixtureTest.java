package org.fixtureferry.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtureferry.load.PreparedTarget.contact;
import static org.fixtureferry.load.PreparedTarget.institution;
import static org.fixtureferry.load.PreparedTarget.object;
import static org.fixtureferry.load.PreparedTarget.realm;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.fixtureferry.fixture.FixtureFault;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadFixtureTest {
  private static final String PERSONAL = "maria@example.gr";

  @TempDir Path folder;
  private PreparedTarget target;

  @BeforeEach
  void prepare() throws SQLException {
    target = PreparedTarget.on(Servers.newHost());
  }

  @Test
  void takesReferencesThatPointForward() throws Exception {
    LoadResult result = load(institution(5, 7), realm(7));

    assertThat(result.loaded()).isTrue();
    assertThat(target.ask("SELECT realmid_id FROM edumanage_institution")).containsExactly("7");
  }

  @Test
  void stopsAtAReferenceToNothingAndNamesRelationAndRow() throws Exception {
    Map<String, String> before = target.checksums();

    LoadResult result = load(realm(7), institution(5, 7), institution(6, 8));

    assertThat(result.good()).isFalse();
    assertThat(result.loaded()).isFalse();
    assertThat(result.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.check()).isEqualTo("orphan-foreign-key");
              assertThat(finding.text()).contains("edumanage.institution.realmid");
              assertThat(finding.count()).isEqualTo(1);
              assertThat(finding.samples()).extracting(Finding.Sample::pk).containsExactly("6");
            });
    assertThat(target.checksums()).isEqualTo(before);
  }

  @Test
  void stopsAtAManyToManyEndThatIsMissing() throws Exception {
    Map<String, String> before = target.checksums();

    LoadResult result =
        load(realm(7).replace("\"contact\": []", "\"contact\": [1, 99]"), contact(1, "\"Μαρία\""));

    assertThat(result.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.check()).isEqualTo("orphan-many-to-many");
              assertThat(finding.text()).contains("edumanage.realm.contact");
            });
    assertThat(target.checksums()).isEqualTo(before);
  }

  /** Each: the object, then what the message must say. Model, key and field are always named. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{'name': null, 'email': 'maria@example.gr', 'phone': ''} | name | NULL",
        "{'name': ['maria@example.gr'], 'email': '', 'phone': ''} | name | a list"
      })
  void refusesAnObjectThatDoesNotFitItsModel(String fields, String field, String why)
      throws Exception {
    refuses(
        object("edumanage.contact", 41, fields.strip().replace('\'', '"').replaceAll("[{}]", "")),
        "edumanage.contact",
        "pk=41",
        "field " + field,
        why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "edumanage.institution | \"realmid\": \"maria@example.gr\", \"ertype\": 1 | realmid | whole number",
        "edumanage.institution | \"realmid\": 1, \"ertype\": 1.5 | ertype | whole number",
        "accounts.userprofile | \"user\": 1, \"institution\": 1, \"is_social_active\": 2 | is_social_active | boolean",
        "edumanage.institution | \"realmid\": 1 | ertype | does not give this field",
        "edumanage.institution | \"ertype\": 1 | realmid | does not give this field",
        "sites.site | \"domain\": {}, \"name\": \"\" | domain | ''"
      })
  void refusesAValueOfAnotherKind(String model, String fields, String field, String why)
      throws Exception {
    if (fields.contains("{}")) {
      assertThatThrownBy(() -> load(object(model, 41, fields))).isInstanceOf(FixtureFault.class);
    } else {
      refuses(object(model, 41, fields), model, "pk=41", "field " + field, why);
    }
  }

  @Test
  void refusesAnObjectThatStandsTwice() throws Exception {
    refuses(
        contact(3, "\"one\"") + ",\n" + contact(4, "\"two\"") + ",\n" + contact(3, "\"one\""),
        "edumanage.contact",
        "pk=3",
        "twice");
  }

  @Test
  void refusesAnObjectWithoutAPrimaryKey() throws Exception {
    refuses(contact("null", "\"one\""), "edumanage.contact", "primary key");
  }

  @Test
  void refusesAPrimaryKeyThatIsNoNumber() throws Exception {
    refuses(contact("\"x\"", "\"one\""), "edumanage.contact", "whole number");
  }

  @Test
  void namesTheRowWhoseValueIsTooLong() throws Exception {
    refuses(
        contact(1, "\"fine\"") + "," + contact(881, "\"" + "ü".repeat(256) + "\""),
        "edumanage.contact",
        "pk=881",
        "too long",
        "contact_name");
  }

  @Test
  void namesTheRowWhoseNumberIsOutOfRange() throws Exception {
    refuses(
        realm(1) + "," + institution(881, 1).replace("3}", "4294967296}"),
        "edumanage.institution",
        "pk=881",
        "out of range");
  }

  @Test
  void namesTheRowThatDoublesAUniqueKeyInAnotherBatch() throws Exception {
    StringBuilder users = new StringBuilder(user(1, PERSONAL));
    IntStream.range(2, 1_300).forEach(pk -> users.append(",\n").append(user(pk, "user " + pk)));
    refuses(
        users.append(",\n").append(user(1_300, PERSONAL.toUpperCase(Locale.ROOT))).toString(),
        "auth.user",
        "pk=1300",
        "duplicate key",
        "username");
  }

  /**
   * A batch that does not fit one packet is sent in parts: those before the fault stand already.
   */
  @Test
  void namesTheRowThatDoublesAUniqueKeyInABatchOfManyPackets() throws Exception {
    target = PreparedTarget.on(Servers.legacy()); // max_allowed_packet is 1 MB there
    StringBuilder associations = new StringBuilder(account(1, "one"));
    IntStream.range(2, 13)
        .forEach(pk -> associations.append(",\n").append(account(pk, "uid " + pk)));
    refuses(
        associations.append(",\n").append(account(13, "ONE")).toString(),
        "social_auth.usersocialauth",
        "pk=13",
        "duplicate key");
  }

  @Test
  void namesARowThatIsLargerThanThePacketBeforeItWritesAnything() throws Exception {
    target = PreparedTarget.on(Servers.legacy());
    refuses(page(3, "x".repeat(1_100_000)), "flatpages.flatpage", "pk=3", "max_allowed_packet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2014-10-10T22:59:59",
        "2014-10-10 22:59:59",
        "2014-10-10T22:59:59.000",
        "2014-10-10 22:59:59.123456",
        "2014-10-10T22:59:59.5Z",
        "2014-10-10T22:59:59+00:00",
        "2014-10-11T01:59:59+03:00",
        "2014-10-10T17:29:59-0530"
      })
  void takesEveryFormOfADate(String date) throws Exception {
    load(realm(7).replace("2014-10-10 22:59:59", date));

    assertThat(target.ask("SELECT ts FROM edumanage_realm"))
        .singleElement()
        .asString()
        .startsWith("2014-10-10 22:59:59");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2014-13-10 22:59:59", "0000-00-00 00:00:00", "2014-02-30 00:00:00", "now", ""})
  void refusesDatesThatAreNone(String date) throws Exception {
    refuses(realm(7).replace("2014-10-10 22:59:59", date), "edumanage.realm", "pk=7");
  }

  @Test
  void takesAByteOrderMark() throws Exception {
    Path fixture = PreparedTarget.fixture(folder, contact(1, "\"Μαρία\""));
    Files.writeString(fixture, "\uFEFF" + Files.readString(fixture));

    assertThat(target.run(fixture).loaded()).isTrue();
    assertThat(target.ask("SELECT contact_name FROM edumanage_contact")).containsExactly("Μαρία");
  }

  @Test
  void keepsPrimaryKeysZeroAndBelow() throws Exception {
    load(contact(0, "\"zero\""), contact(-5, "\"minus five\""), contact(9, "\"nine\""));

    assertThat(target.ask("SELECT id FROM edumanage_contact ORDER BY id"))
        .containsExactly("-5", "0", "9");
  }

  @Test
  void carriesTextByteForByte() throws Exception {
    StringBuilder every = new StringBuilder();
    IntStream.range(0, 0xD800).forEach(c -> every.append((char) c));
    IntStream.rangeClosed(0xE000, 0xFFFF).forEach(c -> every.append((char) c));
    List<String> texts =
        List.of(
            "",
            " ",
            " lead and trail ",
            "\\ \\\\ ' '' \" \"\" ` % _ \\% \\_ \\0 \\n \\Z",
            "\u0000\u0001\u001a\u007f",
            "\u2028\u2029\uFEFF\u00a0\u0301",
            "{d '2014-10-10'} ? :a @b ; -- x\n/* y */",
            "Ελληνικά και τόνοι",
            every.toString(),
            "αβγ\n".repeat(160_000));
    String[] pages =
        IntStream.range(0, texts.size())
            .mapToObj(i -> page(i, texts.get(i)))
            .toArray(String[]::new);

    assertThat(load(pages).loaded()).isTrue();

    List<String> stored =
        target.ask("SELECT HEX(CAST(content AS BINARY)) FROM django_flatpage ORDER BY id");
    for (int i = 0; i < texts.size(); i++) {
      String wanted =
          HexFormat.of().withUpperCase().formatHex(texts.get(i).getBytes(StandardCharsets.UTF_8));
      assertThat(stored.get(i).equals(wanted)).as("text " + i).isTrue();
    }
  }

  /**
   * The columns take three bytes a character, as Django 1.2 made them: never cut, never replaced.
   */
  @Test
  void refusesAstralCharactersThatTheColumnCannotHold() throws Exception {
    refuses(
        contact(3, "\"before \uD83D\uDE00 after\""), "edumanage.contact", "pk=3", "contact_name");
  }

  @Test
  void carriesAstralCharactersWhereTheColumnHoldsThem() throws Exception {
    target.run(
        "ALTER TABLE django_flatpage MODIFY content longtext CHARACTER SET utf8mb4 NOT NULL");

    load(page(1, "before \uD83D\uDE00 after"));

    assertThat(target.ask("SELECT HEX(CAST(content AS BINARY)) FROM django_flatpage"))
        .containsExactly("6265666F726520F09F9880206166746572");
  }

  @Test
  void refusesABrokenFixtureWithLineAndColumn() throws Exception {
    refuses(contact(1, "\"one\"") + ",\n" + contact(2, "\"two\" x"), "line 3, column");
  }

  @Test
  void refusesATargetThatWasNotPreparedForThisSource() throws Exception {
    target.run("UPDATE fixture_ferry SET source = 'another:3306/eduroam_08'");
    refuses(contact(1, "\"one\""), "was not prepared", PreparedTarget.SOURCE);
  }

  private void refuses(String objects, String... says) throws Exception {
    Map<String, String> before = target.checksums();
    assertThatThrownBy(() -> load(objects))
        .isInstanceOf(StationFailure.class)
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .contains(says)
                    .doesNotContainIgnoringCase(PERSONAL)
                    .doesNotContain("before \uD83D"));
    assertThat(target.checksums()).isEqualTo(before);
  }

  private LoadResult load(String... objects) {
    return target.run(PreparedTarget.fixture(folder, objects));
  }

  private static String user(int pk, String username) {
    return object(
        "auth.user",
        pk,
        "\"username\": \""
            + username
            + "\", \"first_name\": \"\", \"last_name\": \"\", \"email\": \"\", \"password\": \"!\","
            + " \"is_staff\": false, \"is_active\": true, \"is_superuser\": false,"
            + " \"last_login\": \"2014-10-10 22:59:59\", \"date_joined\": \"2014-10-10 22:59:59\","
            + " \"groups\": [], \"user_permissions\": []");
  }

  /** With 150 kB of data: a few of them fill a packet. */
  private static String account(int pk, String uid) {
    return object(
        "social_auth.usersocialauth",
        pk,
        "\"user\": 1, \"provider\": \"google\", \"uid\": \""
            + uid
            + "\", \"extra_data\": \""
            + "x".repeat(pk == 12 ? 900_000 : 40_000)
            + "\"");
  }

  private static String page(int pk, String content) {
    return object(
        "flatpages.flatpage",
        pk,
        "\"url\": \"/"
            + pk
            + "/\", \"title\": \"\", \"content\": "
            + new TextNode(content)
            + ", \"enable_comments\": false, \"template_name\": \"\", \"registration_required\": false,"
            + " \"sites\": []");
  }
}
