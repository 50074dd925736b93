package org.fixtureferry.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Station;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Verify as a browser without JavaScript meets it, between two real servers. */
@QuarkusTest
class VerifyPageTest {
  @Inject FakeStations stations;
  @Inject Crossings crossings;
  @Inject Worker worker;

  private final Browsing browser = new Browsing();
  private RealCrossing crossing;

  @BeforeEach
  void imported() throws Exception {
    stations.forget();
    stations.beReal();
    crossing = RealCrossing.reordered(crossings, worker);
    crossing.run(Station.LOAD);
  }

  @AfterEach
  void letOthersPlay() {
    stations.forget();
  }

  @Test
  void saysInOneSentenceThatEveryRowArrived() {
    browser.get(crossing.page("verify")).then().body(containsString("Compare every row"));
    browser.form().post(crossing.page("verify/start")).then().statusCode(303);
    crossing.ended();
    browser
        .get(crossing.page("verify"))
        .then()
        .statusCode(200)
        .body(
            containsString("<span>Green</span>"),
            containsString("It adds up, table by table."),
            containsString("Download as HTML"),
            not(containsString("Not checked")));
    given()
        .get(crossing.api("reports/report.html"))
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Content-Disposition", containsString("attachment; filename=\"the-evening-20"))
        .body(containsString("<h2>Verify</h2>"));
    given()
        .get(crossing.api("reports/report.json"))
        .then()
        .statusCode(200)
        .body("green", equalTo(true), "results.verify.tables[0].missing", equalTo(0));
  }

  @Test
  void acceptsDifferencesOneByOne() throws Exception {
    crossing.atTarget(
        "UPDATE edumanage_contact SET contact_name = 'Other' WHERE id = 2;\n"
            + "UPDATE edumanage_contact SET contact_name = 'Another' WHERE id = 3;");
    crossing.run(Station.VERIFY);
    browser
        .get(crossing.page("verify"))
        .then()
        .body(
            containsString("<span>Not green</span>"), containsString("/tables/edumanage_contact"));
    browser
        .get(crossing.page("verify/tables/edumanage_contact"))
        .then()
        .body(containsString("<code>Other</code>"), containsString("<code>Another</code>"));
    accept("2");
    browser
        .get(crossing.page("verify/tables/edumanage_contact"))
        .then()
        .body(containsString("Accepted, not counted yet"), containsString("Take back"));
    crossing.run(Station.VERIFY);
    browser.get(crossing.page("verify")).then().body(containsString("<span>Not green</span>"));

    accept("3");
    crossing.run(Station.VERIFY);
    browser
        .get(crossing.page("verify"))
        .then()
        .body(
            containsString("<span>Green</span>"), containsString("2 differences accepted by name"));

    browser
        .form()
        .formParam("check", "row-differs")
        .formParam("model", "edumanage.contact")
        .formParam("pk", "3")
        .formParam("field", "name")
        .post(crossing.page("verify/take-back"))
        .then()
        .statusCode(303);
    browser
        .get(crossing.page("verify"))
        .then()
        .body(containsString("1 decision was made since this comparison."));
    browser.get(crossing.page("verify/tables/no_such_table")).then().statusCode(404);
  }

  @Test
  void opensTheLedgerToItsRowsFiftyToAPage() throws Exception {
    crossing.run(Station.VERIFY);
    browser.get(crossing.page("verify")).then().body(containsString("/verify/ledger/carried"));
    browser
        .get(crossing.page("verify/ledger/carried"))
        .then()
        .statusCode(200)
        .body(containsString("/verify/ledger/carried/edumanage_contact"));
    browser
        .get(crossing.page("verify/ledger/carried/edumanage_contact?page=2"))
        .then()
        .statusCode(200)
        .body(containsString("<code>51</code>"), not(containsString("<code>50</code>")));
    browser
        .get(crossing.page("verify/ledger/carried/django_session"))
        .then()
        .body(containsString("<code>secret:"));
    browser.get(crossing.page("verify/ledger/rejected")).then().statusCode(404);
    browser.get(crossing.page("verify/ledger/nonsense")).then().statusCode(404);

    crossing.atSource("DROP TABLE edumanage_contact;\n");
    browser
        .get(crossing.page("verify/ledger/carried/edumanage_contact"))
        .then()
        .statusCode(502)
        .body(
            containsString("The source does not answer"),
            containsString("has no such table any more"));
  }

  private void accept(String pk) {
    browser
        .form()
        .formParam("check", "row-differs")
        .formParam("model", "edumanage.contact")
        .formParam("pk", pk)
        .formParam("field", "name")
        .formParam("table", "edumanage_contact")
        .formParam("place", "0")
        .post(crossing.page("verify/accept"))
        .then()
        .statusCode(303)
        .header("Location", containsString("/verify/tables/edumanage_contact#difference-0"));
  }
}
