package org.fixtureferry.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.github.luben.zstd.Zstd;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Station;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a comparison stops at, what is decided there, and what is confirmed before the import. */
@QuarkusTest
class ReviewPageTest {
  @Inject Crossings crossings;
  @Inject Worker worker;
  @Inject FakeStations stations;

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
  void asksWhatBecomesOfModelsAndFieldsThatTheProfileDoesNotKnow() throws Exception {
    String golden = Samples.text("golden-dumpdata.json");
    String foreign =
        golden
            .replaceFirst(
                "\\[", "[{\"pk\": 1, \"model\": \"polls.poll\", \"fields\": {\"text\": \"x\"}},")
            .replaceFirst("\"phone\":", "\"fax\": \"1\", \"phone\":");
    handIn(Zstd.compress(foreign.getBytes(StandardCharsets.UTF_8)));
    given()
        .get(crossing.api("stations/export"))
        .then()
        .body(
            "status.state", equalTo("done"),
            "result.findings.check", hasItem("unknown-model"));
    crossing.run(Station.REORDER);
    crossing.review();

    browser
        .get(crossing.page("load"))
        .then()
        .body(
            containsString("A fixture in another dialect"),
            containsString("name=\"unknown-model/polls.poll\""),
            containsString("name=\"unknown-field/edumanage.contact.fax\""),
            not(containsString("Check before you import")));
    browser
        .get(crossing.page("load/check"))
        .then()
        .body(
            containsString("This stands against the import"), not(containsString("name=\"seen\"")));
    browser.form().post(crossing.page("load/start")).then().statusCode(409);

    browser
        .form()
        .formParam("unknown-model/polls.poll", "perhaps")
        .post(crossing.page("load/decisions"))
        .then()
        .statusCode(400);
    browser
        .form()
        .formParam("unknown-model/polls.poll", "ignore")
        .formParam("unknown-field/edumanage.contact.fax", "ignore")
        .post(crossing.page("load/decisions"))
        .then()
        .statusCode(303);
    crossing.ended();

    // The fixture that was handed in holds: only the comparison was made anew.
    given().get(crossing.api("stations/export")).then().body("status.state", equalTo("done"));
    browser
        .get(crossing.page("load/check"))
        .then()
        .body(
            containsString("Models that the profile does not know: polls.poll"),
            containsString("Ignore. Leaves out 1 object."),
            containsString("Leaves the field&#39;s value out of 1 object."),
            containsString("handed in"),
            containsString("Import 1,075 objects"));
    browser.form().post(crossing.page("load/start")).then().statusCode(303);
    crossing.ended();
    given()
        .get(crossing.api("stations/load"))
        .then()
        .body("status.state", equalTo("done"), "result.loaded", equalTo(true));
  }

  /** Finding 20. */
  @Test
  void closesTheImportToContentTypesByNumber() throws Exception {
    handIn(Samples.text("dialects/django-5.2-by-number.json").getBytes(StandardCharsets.UTF_8));

    given()
        .get(crossing.api("stations/export"))
        .then()
        .body(
            "result.checks.find { it.check == 'fixture-dialect' }.state",
            equalTo("finding"),
            "result.findings.findAll { it.severity == 'stops' }.check.unique()",
            equalTo(java.util.List.of("fixture-dialect")));
    browser
        .get(crossing.page("export"))
        .then()
        .body(
            containsString("auth.group.permissions points at auth.permission by number"),
            containsString("--natural"));
    browser.get(crossing.page("load"));
    browser.form().post(crossing.page("load/review")).then().statusCode(409);
  }

  @Test
  void listsEveryDecisionAndTheNumbersBeforeTheImport() {
    crossing.review();

    browser
        .get(crossing.page("load/check"))
        .then()
        .body(
            allOf(
                containsString("Left out of the fixture"),
                containsString("contenttypes, auth.Permission."),
                containsString("Lock of the source"),
                containsString("Its tables were locked"),
                containsString("Order of models"),
                containsString("Objects that differ"),
                containsString("Rows only in the target"),
                containsString("/connect\""),
                containsString("/export\""),
                containsString("/load#policy")));
  }

  @Test
  void importsNothingWhereTheNumbersAreNoLongerThoseThatWereSeen() throws Exception {
    crossing.review();
    browser.get(crossing.page("load/check"));
    browser
        .form()
        .formParam("seen", "of another day")
        .post(crossing.page("load/start"))
        .then()
        .statusCode(400)
        .body(containsString("The numbers are no longer those that you saw."));

    crossing.atTarget(
        "INSERT INTO edumanage_contact (id, contact_name, contact_email, contact_phone)"
            + " VALUES (1, 'made since', '', '');");
    Map<String, String> before = Contents.checksums(Servers.newHost(), crossing.target);
    browser.form().post(crossing.page("load/start")).then().statusCode(303);
    crossing.ended();

    given()
        .get(crossing.api("stations/load"))
        .then()
        .body(
            "result.loaded",
            equalTo(false),
            "result.findings.findAll { it.severity == 'stops' }.check",
            equalTo(java.util.List.of("changed-since-review")),
            "result.findings.model",
            hasItem("edumanage.contact"));
    assertThat(Contents.checksums(Servers.newHost(), crossing.target)).isEqualTo(before);
    browser
        .get(crossing.page("load"))
        .then()
        .body(
            containsString("Nothing was imported"),
            containsString("no longer stands as it did when you looked"));
  }

  @Test
  void filtersConflictsUnderThePolicyInForce() throws Exception {
    crossing.review();
    crossing.run(Station.LOAD);
    crossing.atSource("UPDATE edumanage_contact SET contact_name = 'Somebody else' WHERE id = 2;");
    crossing.exportAgain();
    crossing.review();
    String conflicts = crossing.page("load/models/edumanage.contact?kind=conflict");
    browser.get(conflicts).then().body(containsString("No object of this kind."));

    browser
        .form()
        .formParam("model.edumanage.contact", "keep")
        .post(crossing.page("load/policy"))
        .then()
        .statusCode(303);

    browser
        .get(conflicts)
        .then()
        .body(containsString("1 to 1 of 1"), containsString("object kind-conflict"));
    given()
        .get(crossing.api("stations/load/diff?model=edumanage.contact&kind=conflict"))
        .then()
        .body("page.matching", equalTo(1), "page.objects[0].pk", equalTo("2"));
    browser
        .get(crossing.page("load"))
        .then()
        .body(containsString("/load/models/edumanage.contact?kind=conflict"));
  }

  private void handIn(byte[] fixture) {
    given()
        .contentType("application/octet-stream")
        .body(fixture)
        .post(crossing.api("fixtures"))
        .then()
        .statusCode(202);
    crossing.ended();
  }
}
