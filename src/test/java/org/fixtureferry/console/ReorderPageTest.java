package org.fixtureferry.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.servers.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reorder as a browser without JavaScript meets it, with a fixture that was handed in. */
@QuarkusTest
class ReorderPageTest {
  @Inject FakeStations stations;
  @Inject Crossings crossings;
  @Inject Worker worker;

  private final Browsing browser = new Browsing();
  private SavedCrossing crossing;

  @BeforeEach
  void exported() {
    stations.forget();
    crossing = crossings.create("Rehearsal", "djnro-0.8");
    ObjectNode settings = Json.MAPPER.createObjectNode();
    endpoint(settings.putObject("source")).put("database", "old");
    endpoint(settings.putObject("target")).put("database", "new");
    crossings.change(crossing.id(), Station.CONNECT, settings);
    run(Station.CONNECT);
    stations.beReal();
    given()
        .contentType("application/octet-stream")
        .body(Samples.text("golden-dumpdata.json").getBytes(StandardCharsets.UTF_8))
        .post(api() + "/fixtures")
        .then()
        .statusCode(202);
    ended();
  }

  @AfterEach
  void letOthersPlay() {
    stations.forget();
  }

  @Test
  void proposesTheComputedOrderBesideTheProcedures() {
    browser
        .get(page())
        .then()
        .statusCode(200)
        .body(
            containsString("value=\"computed\" class=\"proposal\" aria-pressed=\"true\""),
            containsString("value=\"procedure\" class=\"proposal\" aria-pressed=\"false\""),
            containsString("Put " + models().size() + " models in order"),
            containsString("Every model comes after all that it needs."),
            containsString("href=\"#needs-edumanage.realm\""));
    browser.form().formParam("kind", "procedure").post(page() + "/choice").then().statusCode(303);
    assertThat(plan().get("reorder").get(0).asText()).isEqualTo("edumanage.name_i18n");
    browser
        .get(page())
        .then()
        .body(containsString("value=\"procedure\" class=\"proposal\" aria-pressed=\"true\""));
    browser.form().formParam("kind", "computed").post(page() + "/choice").then().statusCode(303);
    assertThat(plan().has("reorder")).isFalse();
    browser
        .form()
        .formParam("kind", "by luck")
        .post(page() + "/choice")
        .then()
        .statusCode(400)
        .body(containsString("href=\"#field-kind\""));
  }

  @Test
  void aMoveIsSavedAndItsButtonFoundAgain() {
    List<String> order = new ArrayList<>(models());
    String second = order.get(1);
    browser.get(page());
    String location =
        browser
            .form()
            .formParam("order", order)
            .formParam("up", second)
            .post(page() + "/order")
            .then()
            .statusCode(303)
            .extract()
            .header("Location");

    assertThat(location).endsWith("reorder?up=" + second + "#row-" + second);
    assertThat(plan().get("reorder").get(0).asText()).isEqualTo(second);
    browser
        .get(page() + "?up=" + second)
        .then()
        .body(
            containsString(
                "id=\"up-"
                    + second
                    + "\" name=\"up\" value=\""
                    + second
                    + "\" aria-disabled=\"true\" autofocus"));
  }

  @Test
  void whatPointsForwardIsMarkedWithItsReason() {
    List<String> order = new ArrayList<>(models());
    order.remove("edumanage.contact");
    order.add("edumanage.contact");
    browser.get(page());
    browser
        .form()
        .header("HX-Request", "true")
        .formParam("order", order)
        .formParam("dragged", "edumanage.contact")
        .post(page() + "/order")
        .then()
        .statusCode(200)
        .body(
            containsString("edumanage.realm.contact → edumanage.contact"),
            containsString("<path d=\"M"),
            containsString("edumanage.contact is now at place " + order.size()),
            containsString("id=\"stations\""),
            not(containsString("<html")));
  }

  @Test
  void putsTheModelsInOrderAndHandsThemOut() {
    browser.get(page());
    browser
        .form()
        .post(page() + "/start")
        .then()
        .statusCode(303)
        .header("Location", endsWith(page()));
    ended();

    browser
        .get(page())
        .then()
        .body(
            containsString("objects in order. Nothing points forward."),
            containsString("/fixtures/ordered.json.gz"),
            containsString("See what the import would change"));
    given().get(api() + "/fixtures").then().body("name", hasItem("ordered.json"));
    given().get(api() + "/fixtures/ordered.json").then().body("size()", equalTo(1_075));
  }

  @Test
  void refusesAModelThatTheProfileDoesNotKnow() {
    given()
        .contentType("application/json")
        .body("{\"reorder\": [\"auth.user\", \"auth.nobody\"]}")
        .put(api() + "/stations/reorder")
        .then()
        .statusCode(400)
        .body("field", equalTo("reorder"))
        .body("detail", containsString("auth.nobody"));
  }

  private static ObjectNode endpoint(ObjectNode node) {
    return node.put("host", "db").put("port", 3306).put("user", "u").put("password", "p");
  }

  private List<String> models() {
    return given()
        .get(page())
        .htmlPath()
        .getList("**.findAll { it.@name == 'order' }.@value", String.class);
  }

  private void run(Station station) {
    worker.start(crossings.require(crossing.id()), station, Optional.empty());
    ended();
  }

  private void ended() {
    await().atMost(Duration.ofMinutes(1)).until(() -> worker.running(crossing.id()).isEmpty());
  }

  private ObjectNode plan() {
    return crossings.require(crossing.id()).plan();
  }

  private String page() {
    return "/crossings/" + crossing.id() + "/reorder";
  }

  private String api() {
    return "/api/v1/crossings/" + crossing.id();
  }
}
