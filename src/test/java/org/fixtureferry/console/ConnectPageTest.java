package org.fixtureferry.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.crossing.store.PasswordStore;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationState;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectPageTest {
  @Inject Crossings crossings;
  @Inject PasswordStore passwords;
  @Inject FakeStations stations;
  @Inject Worker worker;

  private SavedCrossing crossing;
  private String page;

  @BeforeEach
  void newCrossing() {
    stations.forget();
    crossing = crossings.create("Rehearsal", "djnro-0.8");
    page = "/crossings/" + crossing.id() + "/connect";
  }

  @AfterEach
  void end() {
    await().atMost(60, TimeUnit.SECONDS).until(() -> worker.running(crossing.id()).isEmpty());
    stations.forget();
  }

  @Test
  void asksForBothConnectionsFirst() {
    given()
        .get(page)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("name=\"source.host\""),
                containsString("name=\"target.tls\""),
                containsString("Survey the source"),
                containsString("Nothing is written to the source"),
                not(containsString(" style="))));
  }

  @Test
  void namesEveryWrongFieldBesideIt() {
    Map<String, String> fields = fields("127.0.0.1", "3306", "d", "u", "p", "eduroam_10");
    fields.put("source.host", "not a host");
    fields.put("source.port", "x");
    fields.put("source.user", "");
    fields.put("target.database", " ");
    PageForm.post(page, page, fields)
        .statusCode(400)
        .body(
            allOf(
                containsString("href=\"#field-source.host\""),
                containsString("id=\"wrong-source.host\""),
                containsString("id=\"wrong-source.port\""),
                containsString("id=\"wrong-source.user\""),
                containsString("id=\"wrong-target.database\""),
                containsString("value=\"not a host\""),
                not(containsString("id=\"wrong-target.host\""))));
    assertThat(crossings.require(crossing.id()).plan().has("source")).isFalse();
  }

  @Test
  void refusesTheSourceItselfAsTarget() {
    PageForm.post(page, page, fields("old-db", "3306", "eduroam", "u", "p", "eduroam"))
        .statusCode(400)
        .body(containsString("This is the source itself"));
  }

  @Test
  void keepsAPasswordSealedAndNeverShowsItAgain() {
    Map<String, String> fields =
        fields("old-db", "3306", "eduroam_08", "reader", "only once", "eduroam_10");
    PageForm.post(page, page, fields).statusCode(303).header("Location", endsWith(page));

    assertThat(passwords.get(crossing.id(), Side.SOURCE)).hasValue("only once");
    given()
        .get(page)
        .then()
        .body(
            allOf(
                containsString("eduroam_08"),
                containsString("Kept"),
                not(containsString("only once"))));

    fields.put("source.password", "");
    PageForm.post(page, page, fields).statusCode(303);
    assertThat(passwords.get(crossing.id(), Side.SOURCE)).hasValue("only once");
    fields.put("source.no-password", "yes");
    PageForm.post(page, page, fields).statusCode(303);
    assertThat(passwords.get(crossing.id(), Side.SOURCE)).hasValue("");
  }

  @Test
  void testsAConnectionInPlaceAndAsAPage() throws SQLException {
    SandboxServer old = Servers.legacy();
    String database = Servers.freshDatabase(old, "page");
    Map<String, String> fields =
        fields(old.host(), "" + old.port(), database, old.user(), old.password(), "eduroam_10");
    PageForm.postByHtmx(page, page + "/test/source", fields)
        .statusCode(200)
        .body(
            allOf(
                containsString("MySQL 5.5.9"),
                containsString("root@"),
                containsString("in the clear"),
                containsString("GRANT SELECT, LOCK TABLES ON"),
                containsString("may also write"),
                not(containsString("<html")),
                not(containsString(old.password()))));
    PageForm.post(page, page + "/test/source", fields)
        .statusCode(200)
        .body(allOf(containsString("<html"), containsString("MySQL 5.5.9")));
  }

  @Test
  void saysOfTheTargetWhetherItIsThereAndWhatItHolds() throws SQLException {
    SandboxServer neu = Servers.newHost();
    Map<String, String> fields =
        fields("old-db", "3306", "d", "u", "p", "not_there_" + crossing.id());
    fields.put("target.host", neu.host());
    fields.put("target.port", "" + neu.port());
    fields.put("target.user", neu.user());
    fields.put("target.password", neu.password());
    test("target", fields).body(containsString("not there yet: Prepare makes it"));

    String database = Servers.freshDatabase(neu, "page");
    fields.put("target.database", database);
    test("target", fields).body(containsString("there, and empty"));

    Servers.run(neu, database, "CREATE TABLE wp_posts (id int);\n");
    test("target", fields)
        .body(allOf(containsString("holds one table"), containsString("wp_posts (0 rows)")));
  }

  @Test
  void namesTheSettingThatTheServerDidNotLike() throws SQLException {
    SandboxServer old = Servers.legacy();
    String port = "" + old.port();
    test("source", fields(old.host(), port, "d", old.user(), "wrong", "t"))
        .body(
            allOf(
                containsString("id=\"wrong-source.password\""),
                containsString("wrong password, or not allowed from this host")));
    test("source", fields(old.host(), port, "nowhere_at_all", old.user(), old.password(), "t"))
        .body(
            allOf(
                containsString("id=\"wrong-source.database\""),
                containsString("has no database nowhere_at_all")));
    test("source", fields(old.host(), "1", "d", old.user(), "p", "t"))
        .body(
            allOf(
                containsString("id=\"wrong-source.port\""),
                containsString("Nothing listens there")));
    test("source", fields("no-such-host.invalid", port, "d", old.user(), "p", "t"))
        .body(allOf(containsString("id=\"wrong-source.host\""), containsString("no host of that")));
    Map<String, String> tls = fields(old.host(), port, "d", old.user(), old.password(), "t");
    tls.put("source.tls", "required");
    test("source", tls).body(containsString("id=\"wrong-source.tls\""));
  }

  @Test
  void aSurveyShowsWhatItFoundAndADecisionLetsTheCrossingGoOn() throws SQLException {
    stations.beReal();
    SandboxServer old = Servers.legacy();
    SandboxServer neu = Servers.newHost();
    String database = Samples.smallLegacy(old);
    Servers.run(
        old,
        database,
        "DELETE FROM south_migrationhistory WHERE app_name = 'edumanage' ORDER BY migration DESC LIMIT 1;\n"
            + "CREATE TABLE local_notes (id int) ENGINE=MyISAM;\n");
    Map<String, String> fields =
        fields(
            old.host(),
            "" + old.port(),
            database,
            old.user(),
            old.password(),
            "next_" + crossing.id());
    fields.put("target.host", neu.host());
    fields.put("target.port", "" + neu.port());
    fields.put("target.user", neu.user());
    fields.put("target.password", neu.password());
    fields.put("survey", "yes");
    PageForm.post(page, page, fields).statusCode(303);
    awaitEnd();

    given()
        .get(page)
        .then()
        .body(
            allOf(
                containsString("38 tables with"),
                containsString("One finding stops the crossing"),
                containsString("name=\"south-state/default\" value=\"go-on\""),
                containsString("local_notes"),
                containsString("Site held during Export"),
                not(containsString("Prepare the target database<"))));
    PageForm.post(page, page + "/decisions", Map.of("south-state/default", "nonsense"))
        .statusCode(400);
    PageForm.post(page, page + "/decisions", Map.of("south-state/default", "go-on"))
        .statusCode(303);
    awaitEnd();

    assertThat(crossings.require(crossing.id()).plan().at("/decisions/south-state").asText())
        .isEqualTo("go-on");
    assertThat(crossings.statuses(crossing.id()).get(Station.CONNECT).state())
        .isEqualTo(StationState.DONE);
    given()
        .get(page)
        .then()
        .body(
            allOf(
                containsString("Nothing stops the crossing"),
                containsString("Decided"),
                containsString("value=\"go-on\" checked")));
  }

  @Test
  void keepsSettingsAsTheyAreWhileAStationRuns() {
    stations.next(FakeStations::untilCancelled);
    Map<String, String> fields = fields("old-db", "3306", "d", "u", "p", "t");
    fields.put("survey", "yes");
    PageForm.post(page, page, fields).statusCode(303);
    // The form is not shown now; it may be open in another window.
    fields.put("source.database", "other");
    PageForm.post("/crossings/new", page, fields)
        .statusCode(409)
        .body(containsString("is running"));
    worker.cancel(crossing.id(), Station.CONNECT);
  }

  private io.restassured.response.ValidatableResponse test(
      String side, Map<String, String> fields) {
    return PageForm.post(page, page + "/test/" + side, fields).statusCode(200);
  }

  private void awaitEnd() {
    await().atMost(60, TimeUnit.SECONDS).until(() -> worker.running(crossing.id()).isEmpty());
  }

  /** A source, and a target that differs by its database's name. */
  private static Map<String, String> fields(
      String host, String port, String database, String user, String password, String target) {
    Map<String, String> fields = new HashMap<>();
    for (String side : new String[] {"source.", "target."}) {
      fields.put(side + "host", host);
      fields.put(side + "port", port);
      fields.put(side + "database", side.equals("source.") ? database : target);
      fields.put(side + "user", user);
      fields.put(side + "password", password);
      fields.put(side + "tls", "preferred");
    }
    return fields;
  }
}
