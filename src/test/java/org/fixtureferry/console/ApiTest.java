package org.fixtureferry.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.fixtureferry.crossing.store.PasswordStore;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.report.Station;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiTest {
  private static final String SOURCE =
      """
      {"source": {"host": "old-db", "port": 3306, "database": "eduroam_08", "user": "reader",
        "password": "hidden thing", "tls": "required"}}
      """;

  @Inject FakeStations stations;
  @Inject PasswordStore passwords;

  @BeforeEach
  void forget() {
    stations.forget();
  }

  @Test
  void makesListsRenamesAndDeletesACrossing() {
    String id = create("Rehearsal");

    given().get("/api/v1/crossings").then().statusCode(200).body("id", hasItem(id));
    json()
        .body("{\"name\": \"The evening\"}")
        .patch(at(id))
        .then()
        .statusCode(200)
        .body("name", equalTo("The evening"));
    given().delete(at(id)).then().statusCode(204);
    given()
        .get(at(id))
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404))
        .body("detail", containsString("There is no crossing"));
  }

  @Test
  void namesTheFieldThatIsWrong() {
    json()
        .body("{\"name\": \" \", \"profile\": \"djnro-0.8\"}")
        .post("/api/v1/crossings")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("name"));
    json()
        .body("{\"name\": \"x\", \"profile\": \"other\"}")
        .post("/api/v1/crossings")
        .then()
        .statusCode(400)
        .body("field", equalTo("profile"))
        .body("detail", containsString("djnro-0.8"));
    String id = create("Rehearsal");
    json()
        .body(
            "{\"source\": {\"host\": \"a b\", \"port\": 1, \"database\": \"d\", \"user\": \"u\"}}")
        .put(station(id, "connect"))
        .then()
        .statusCode(400)
        .body("field", equalTo("source.host"));
    json()
        .body("{\"lock\": \"none\"}")
        .put(station(id, "connect"))
        .then()
        .statusCode(400)
        .body("field", equalTo("lock"))
        .body("detail", containsString("not set at this station"));
    json()
        .body(
            "{\"source\": {\"host\": \"h\", \"port\": 1, \"database\": \"d\", \"user\": \"u\", \"url\": \"jdbc:mysql://x/\"}}")
        .put(station(id, "connect"))
        .then()
        .statusCode(400)
        .body("field", equalTo("source"));
  }

  @Test
  void neverQuotesABodyThatIsNotJson() {
    json()
        .body("{\"password\": hidden thing")
        .post("/api/v1/crossings")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", not(containsString("hidden")))
        .body("detail", containsString("not the JSON"));
  }

  @Test
  void keepsAPasswordAndNeverGivesItBack() {
    String id = create("Rehearsal");

    String answer =
        json()
            .body(SOURCE)
            .put(station(id, "connect"))
            .then()
            .statusCode(200)
            .body("settings.source.tls", equalTo("required"))
            .extract()
            .asString();

    assertThat(answer).doesNotContain("hidden thing");
    assertThat(given().get(at(id)).asString()).doesNotContain("hidden thing");
    assertThat(given().get(at(id) + "/plan.yaml").asString())
        .doesNotContain("hidden thing")
        .contains("passwordEnv: SOURCE_PASSWORD", "host: old-db");
    assertThat(passwords.get(id, Side.SOURCE)).hasValue("hidden thing");
  }

  @Test
  void settingsWithoutAPasswordKeepTheOneThatIsThere() {
    String id = create("Rehearsal");
    json().body(SOURCE).put(station(id, "connect"));
    json()
        .body(SOURCE.replace("\"password\": \"hidden thing\",", "").replace("old-db", "other-db"))
        .put(station(id, "connect"))
        .then()
        .statusCode(200)
        .body("settings.source.host", equalTo("other-db"));

    assertThat(passwords.get(id, Side.SOURCE)).hasValue("hidden thing");
  }

  @Test
  void repeatsACrossingWithItsSettingsAndPasswords() {
    String first = create("Rehearsal");
    json().body(SOURCE).put(station(first, "connect"));
    run(first, "connect");

    String second =
        json()
            .body("{\"name\": \"The evening\", \"from\": \"" + first + "\"}")
            .post("/api/v1/crossings")
            .then()
            .statusCode(201)
            .body("plan.source.host", equalTo("old-db"))
            .body("stations.find { it.station == 'connect' }.state", equalTo("ready"))
            .extract()
            .path("id");

    assertThat(passwords.get(second, Side.SOURCE)).hasValue("hidden thing");
  }

  @Test
  void runsAStationAndShowsItsResult() {
    String id = create("Rehearsal");
    given()
        .get(station(id, "connect"))
        .then()
        .body("status.state", equalTo("ready"))
        .body("attempt", nullValue());

    stations.leaves(
        new FakeStations.FakeResult(Station.CONNECT, "37 tables", List.of(), List.of()));
    run(id, "connect");

    given()
        .get(station(id, "connect"))
        .then()
        .body("status.state", equalTo("done"))
        .body("status.summary", equalTo("1,075 objects, 412 kB"))
        .body("attempt.state", equalTo("done"))
        .body("result.summary", equalTo("37 tables"))
        .body("status.sha256", notNullValue());
    given()
        .get(station(id, "load"))
        .then()
        .body("status.state", equalTo("closed"))
        .body("status.waitsFor", contains("prepare", "export", "reorder"));
  }

  @Test
  void refusesASecondStartAndChangesWhileOneRuns() {
    String id = create("Rehearsal");
    stations.next(FakeStations::untilCancelled);
    json()
        .post(station(id, "connect") + "/attempts")
        .then()
        .statusCode(202)
        .body("state", equalTo("running"));

    json()
        .post(station(id, "connect") + "/attempts")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("is running"));
    json().body(SOURCE).put(station(id, "connect")).then().statusCode(409);
    given().delete(at(id)).then().statusCode(409);

    given().delete(station(id, "connect") + "/attempts").then().statusCode(202);
    await().until(() -> !state(id, "connect").equals("running"));
    given()
        .get(station(id, "connect"))
        .then()
        .body("attempt.state", equalTo("cancelled"))
        .body("status.state", equalTo("ready"));
    given().delete(station(id, "connect") + "/attempts").then().statusCode(404);
  }

  @Test
  void refusesAClosedStation() {
    String id = create("Rehearsal");
    json()
        .post(station(id, "load") + "/attempts")
        .then()
        .statusCode(409)
        .body("detail", equalTo("Station load is closed. Do first: prepare, export, reorder."));
    given()
        .get(station(id, "nowhere"))
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void describesItself() {
    given()
        .accept(ContentType.JSON)
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("paths.keySet()", hasItem("/api/v1/crossings/{id}/stations/{station}/attempts"));
    given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
  }

  private void run(String id, String slug) {
    json().post(station(id, slug) + "/attempts").then().statusCode(202);
    await().until(() -> state(id, slug).equals("done"));
  }

  private static String state(String id, String slug) {
    return given().get(station(id, slug)).path("status.state");
  }

  private static String create(String name) {
    return json()
        .body("{\"name\": \"" + name + "\", \"profile\": \"djnro-0.8\"}")
        .post("/api/v1/crossings")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static RequestSpecification json() {
    return given().contentType(ContentType.JSON);
  }

  private static String at(String id) {
    return "/api/v1/crossings/" + id;
  }

  private static String station(String id, String slug) {
    return at(id) + "/stations/" + slug;
  }
}
