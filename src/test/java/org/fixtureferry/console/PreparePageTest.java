package org.fixtureferry.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.servers.SampleDatabases;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreparePageTest {
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"");

  private static String source;

  @Inject Crossings crossings;
  @Inject FakeStations stations;
  @Inject Worker worker;

  private SavedCrossing crossing;
  private String page;

  @BeforeEach
  void newCrossing() throws SQLException {
    stations.forget();
    source = source == null ? Samples.smallLegacy(Servers.legacy()) : source;
    crossing = crossings.create("Rehearsal", "djnro-0.8");
    page = "/crossings/" + crossing.id() + "/prepare";
  }

  @AfterEach
  void end() {
    await().atMost(60, TimeUnit.SECONDS).until(() -> worker.running(crossing.id()).isEmpty());
    stations.forget();
  }

  @Test
  void waitsForTheSurvey() {
    given()
        .get(page)
        .then()
        .statusCode(200)
        .body(allOf(containsString("Not open yet"), not(containsString("id=\"look\""))));
    given().get(page + "/look").then().statusCode(200).body(containsString("Not open yet"));
  }

  @Test
  void looksInARequestOfItsOwnAndMakesADatabaseThatIsMissing() throws SQLException {
    String target = "made_" + crossing.id();
    surveyed(target);
    given()
        .get(page)
        .then()
        .body(
            allOf(
                containsString("hx-get=\"" + page + "/look\""),
                containsString("href=\"" + page + "/look\"")));
    given()
        .get(page + "/look")
        .then()
        .body(
            allOf(
                containsString("<html"),
                containsString("does not exist yet"),
                containsString("Create the database and 37 tables"),
                containsString("37 foreign keys"),
                containsString("CREATE TABLE"),
                containsString("Nothing of this is run here")));
    given()
        .header("HX-Request", "true")
        .get(page + "/look")
        .then()
        .body(allOf(containsString("<div id=\"look\""), not(containsString("<html"))));
    given()
        .get(page + "/script.sql")
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString(".sql\""))
        .body(allOf(startsWith("-- Prepares "), containsString("CREATE DATABASE `" + target)));

    start(Map.of());
    given()
        .get(page)
        .then()
        .body(
            allOf(
                containsString("Made the database, 37 tables, 37 foreign keys"),
                containsString("/export\"")));
    // Ours now: the next look finds nothing to do.
    given()
        .get(page + "/look")
        .then()
        .body(
            allOf(
                containsString("ours: made for"),
                containsString("Check the target, create nothing")));
  }

  @Test
  void dropsSomebodyElsesTablesOnlyWhereTheNameIsTyped() throws SQLException {
    SandboxServer neu = Servers.newHost();
    String target = Servers.freshDatabase(neu, "other");
    Servers.run(
        neu, target, "CREATE TABLE wp_posts (id int);\nINSERT INTO wp_posts VALUES (1), (2);\n");
    surveyed(target);
    String look = given().get(page + "/look").asString();
    assertThat(look)
        .contains(
            "Drop 1 table and create 37", "wp_posts", "Type " + target, "made by somebody else");

    PageForm.post(
            page + "/look", page + "/start", Map.of("overwrite", target + "x", "seen", seen(look)))
        .statusCode(400)
        .body(allOf(containsString("id=\"wrong-overwrite\""), containsString("letter by letter")));
    // Without a word at all the station itself refuses.
    start(Map.of());
    given().get(page).then().body(containsString("is not empty"));

    Servers.run(neu, target, "CREATE TABLE wp_more (id int);\n");
    PageForm.post(page + "/look", page + "/start", Map.of("overwrite", target, "seen", seen(look)))
        .statusCode(400)
        .body(containsString("has changed since this page was shown"));
    assertThat(tables(neu, target)).contains("wp_posts", "wp_more");

    start(Map.of("overwrite", target, "seen", seen(given().get(page + "/look").asString())));
    assertThat(tables(neu, target)).doesNotContain("wp_posts", "wp_more").hasSize(38);
    given().get(page).then().body(containsString("Tables dropped"));
  }

  @Test
  void saysWhyTheServersCouldNotBeAsked() throws SQLException {
    surveyed("whatever");
    ObjectNode settings = Json.MAPPER.createObjectNode();
    // A password that was changed on the server meanwhile: nothing of the survey is out of date.
    settings.set(
        "source", RealCrossing.endpoint(Servers.legacy(), source).put("password", "wrong"));
    crossings.change(crossing.id(), Station.CONNECT, settings);
    given()
        .get(page + "/look")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("The servers could not be asked"),
                containsString("refused user"),
                containsString("Look again")));
  }

  private void surveyed(String target) {
    ObjectNode settings = Json.MAPPER.createObjectNode();
    settings.set("source", RealCrossing.endpoint(Servers.legacy(), source));
    settings.set("target", RealCrossing.endpoint(Servers.newHost(), target));
    crossings.change(crossing.id(), Station.CONNECT, settings);
    worker.start(crossings.require(crossing.id()), Station.CONNECT, Optional.empty());
    await().until(() -> worker.running(crossing.id()).isEmpty());
    stations.beReal();
  }

  private void start(Map<String, String> fields) {
    PageForm.post(page + "/look", page + "/start", fields).statusCode(303);
    await().atMost(60, TimeUnit.SECONDS).until(() -> worker.running(crossing.id()).isEmpty());
  }

  private static String seen(String look) {
    Matcher seen = SEEN.matcher(look);
    assertThat(seen.find()).isTrue();
    return seen.group(1);
  }

  private static List<String> tables(SandboxServer server, String database) throws SQLException {
    return SampleDatabases.rows(server, database, "SHOW TABLES").stream()
        .map(row -> row.get(0))
        .toList();
  }
}
