package org.fixtureferry.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Station;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Import as a browser without JavaScript and as a program meet it, between two real servers. */
@QuarkusTest
class LoadPageTest {
  @Inject FakeStations stations;
  @Inject Crossings crossings;
  @Inject Worker worker;

  private final Browsing browser = new Browsing();
  private RealCrossing crossing;

  @BeforeEach
  void reordered() throws Exception {
    stations.forget();
    stations.beReal();
    crossing = RealCrossing.reordered(crossings, worker);
  }

  @AfterEach
  void letOthersPlay() {
    stations.forget();
  }

  @Test
  void looksFirstThenChecksThenImports() throws Exception {
    browser
        .get(crossing.page("load"))
        .then()
        .statusCode(200)
        .body(containsString("Compare with the target"), not(containsString("Check before")));
    // Nothing compared, nothing to import: neither by the address nor by the form.
    browser.get(crossing.page("load/check")).then().body(containsString("Nothing compared yet"));
    browser.form().post(crossing.page("load/start")).then().statusCode(409);

    browser.form().post(crossing.page("load/review")).then().statusCode(303);
    crossing.ended();
    browser
        .get(crossing.page("load"))
        .then()
        .body(
            containsString("1,029 new, 46 changed, 0 the same, 0 only in the target."),
            containsString("/load/models/edumanage.contact?kind=new"));
    browser
        .get(crossing.page("load/check"))
        .then()
        .body(
            containsString("Import 1,075 objects"),
            containsString(crossing.source),
            containsString(crossing.target),
            // The target holds Prepare's rows only: nothing to be careful about.
            not(containsString("name=\"name\"")));

    browser.form().post(crossing.page("load/start")).then().statusCode(303);
    crossing.ended();
    browser
        .get(crossing.page("load"))
        .then()
        .body(
            containsString("1,029 new, 46 changed, 0 removed."), containsString("Go on to Verify"));
    browser
        .get(crossing.page("load/check"))
        .then()
        .body(containsString("Imported again since"), not(containsString("Import 1,075")));
  }

  @Test
  void decidesAboutWhatTheTargetHolds() throws Exception {
    imported();
    crossing.atSource(
        "UPDATE edumanage_contact SET contact_name = 'Somebody else' WHERE id = 2;\n"
            + "UPDATE django_flatpage SET content = REPLACE(content, 'eduroam', 'eduroam and friends');");
    crossing.atTarget(
        "INSERT INTO edumanage_contact (id, contact_name, contact_email, contact_phone)"
            + " VALUES (9001, 'Only here', 'only@example.org', '');");
    crossing.exportAgain();
    browser
        .get(crossing.page("load"))
        .then()
        .body(containsString("This comparison is out of date"));
    crossing.review();

    browser
        .get(crossing.page("load"))
        .then()
        .body(containsString("1 row is only in the target"), containsString("Decide about 1"));
    browser
        .get(crossing.page("load/check"))
        .then()
        .body(containsString("Decide first"), not(containsString("Type the target")));
    browser.form().post(crossing.page("load/start")).then().statusCode(409);

    browser
        .form()
        .formParam("only-in-target", "perhaps")
        .post(crossing.page("load/policy"))
        .then()
        .statusCode(400)
        .body(
            containsString("href=\"#field-conflicts.only-in-target\""),
            containsString("&quot;perhaps&quot; is not one of stop, remove, keep."));
    browser
        .form()
        .formParam("only-in-target", "remove")
        .formParam("default", "update")
        .formParam("model.edumanage.contact", "")
        .post(crossing.page("load/policy"))
        .then()
        .statusCode(303);

    browser
        .get(crossing.page("load/check"))
        .then()
        .body(
            containsString("and remove 1"),
            containsString("Removes 1 row, in the same transaction."),
            containsString("name=\"name\""));
    browser
        .form()
        .formParam("name", "eduroam")
        .post(crossing.page("load/start"))
        .then()
        .statusCode(400)
        .body(
            containsString("The target is " + crossing.target + ", letter by letter."),
            containsString("aria-invalid=\"true\""));
    browser
        .form()
        .formParam("name", crossing.target)
        .post(crossing.page("load/start"))
        .then()
        .statusCode(303);
    crossing.ended();
    browser.get(crossing.page("load")).then().body(containsString(" changed, 1 removed."));
  }

  @Test
  void opensAModelToObjectAndField() throws Exception {
    imported();
    crossing.atSource(
        "UPDATE edumanage_contact SET contact_phone = '' WHERE id IN (2, 60);\n"
            + "UPDATE auth_user SET password = 'sha1$another$one' WHERE id = 2;\n"
            + "UPDATE django_flatpage SET content = REPLACE(content, 'eduroam', 'eduroam and friends');");
    crossing.exportAgain();
    crossing.review();

    browser
        .get(crossing.page("load/models/edumanage.contact?kind=changed&open=0"))
        .then()
        .body(
            containsString("1 to 2 of 2"),
            containsString("<span class=\"no-value\">empty text</span>"),
            containsString("2 other fields are the same."),
            // On to the other one, by a link.
            containsString("kind=changed&amp;open=1#object-1"));
    // Among all objects the second change lies on another page.
    browser
        .get(crossing.page("load/models/edumanage.contact?open=1"))
        .then()
        .body(containsString("contact?open=59#object-59"));
    browser
        .get(crossing.page("load/models/edumanage.contact?open=59"))
        .then()
        .body(containsString("51 to "), containsString("contact?open=1#object-1"));
    browser
        .get(crossing.page("load/models/flatpages.flatpage?kind=changed"))
        .then()
        .body(containsString("<ins><span class=\"sign\">+</span>"));
    String users = browser.get(crossing.page("load/models/auth.user?kind=changed")).asString();
    assertThat(users).contains("secret:").doesNotContain("sha1$");
    browser
        .get(crossing.page("load/models/edumanage.contact?search=nobody"))
        .then()
        .body(containsString("Nothing matches &quot;nobody&quot;."));
    browser.get(crossing.page("load/models/no.model")).then().statusCode(404);
  }

  @Test
  void doesTheSameThroughRest() {
    given().get(crossing.api("stations/load/diff")).then().statusCode(404);
    given()
        .contentType(ContentType.JSON)
        .body("{\"task\": \"review\"}")
        .post(crossing.api("stations/export/attempts"))
        .then()
        .statusCode(400)
        .body("field", equalTo("task"));
    given()
        .contentType(ContentType.JSON)
        .body("{\"task\": \"review\"}")
        .post(crossing.api("stations/load/attempts"))
        .then()
        .statusCode(202)
        .body("task", equalTo("review"));
    crossing.ended();
    // To look is not to run: the station waits as it did.
    given()
        .get(crossing.api("stations/load"))
        .then()
        .body("status.state", equalTo("ready"), "attempt.state", equalTo("done"));
    given()
        .get(crossing.api("stations/load/diff?model=edumanage.contact&kind=new&from=70"))
        .then()
        .body(
            "changed.size()", equalTo(0),
            "forecast.added", equalTo(1029),
            "page.from", equalTo(70),
            "page.changeBefore", equalTo(69),
            "page.objects[0].kind", equalTo("new"));
    given()
        .get(crossing.api("stations/load/diff?kind=other"))
        .then()
        .statusCode(400)
        .body("field", equalTo("kind"));
    given()
        .contentType(ContentType.JSON)
        .body("{\"conflicts\": {\"default\": \"perhaps\"}}")
        .put(crossing.api("stations/load"))
        .then()
        .statusCode(400)
        .body("field", equalTo("conflicts.default"));
    given()
        .get("/q/openapi?format=json")
        .then()
        .body(
            "paths.keySet()",
            hasItems(
                "/api/v1/crossings/{id}/stations/load/diff",
                "/api/v1/crossings/{id}/reports",
                "/api/v1/crossings/{id}/reports/report.html"));
  }

  private void imported() {
    crossing.review();
    crossing.run(Station.LOAD);
  }
}
