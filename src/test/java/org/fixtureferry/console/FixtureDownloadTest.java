package org.fixtureferry.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.fixture.IndexFixture;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FixtureDownloadTest {
  private static final String FIXTURE =
      "[{\"pk\": 1, \"model\": \"sites.site\", \"fields\": {\"domain\": \"example.org\"}}]";

  @Inject Crossings crossings;

  private String at;

  @BeforeEach
  void exported() throws Exception {
    String id = crossings.create("The evening: live!", "djnro-0.8").id();
    at = "/api/v1/crossings/" + id + "/fixtures";
    Path file = crossings.folder(id).resolve("fixture.json");
    Files.writeString(file, FIXTURE);
    IndexFixture.of(file, Station.EXPORT, ProgressListener.NO_OP, new Cancellation());
  }

  @Test
  void listsWhatThereIs() {
    given()
        .get(at)
        .then()
        .statusCode(200)
        .body("size()", equalTo(1))
        .body("[0].name", equalTo("fixture.json"))
        .body("[0].objects", equalTo(1))
        .body("[0].models.'sites.site'", equalTo(1));
  }

  @Test
  void namesTheFileByCrossingAndDate() {
    given()
        .get(at + "/fixture.json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header(
            "Content-Disposition",
            matchesPattern(
                "attachment; filename=\"the-evening-live-\\d{4}-\\d\\d-\\d\\d-fixture.json\""))
        .body(equalTo(FIXTURE));
  }

  @Test
  void compressesOnTheWay() throws Exception {
    byte[] packed =
        given()
            .get(at + "/fixture.json.gz")
            .then()
            .statusCode(200)
            .contentType("application/gzip")
            .extract()
            .asByteArray();

    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(FIXTURE);
    }
  }

  @Test
  void handsOutNothingElse() {
    given()
        .get(at + "/ordered.json")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given()
        .urlEncodingEnabled(false)
        .get(at + "/..%2F..%2F..%2Fsecret.key")
        .then()
        .statusCode(404)
        .body(containsString("no fixture"));
    given().get(at + "/fixture.json.meta.json").then().statusCode(404);
  }
}
