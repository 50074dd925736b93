package org.fixtureferry.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Export as a browser without JavaScript and as a program meet it, on a real source. */
@QuarkusTest
class ExportPageTest {
  private static final int FIFTY_MEGABYTES = 50_000_000;

  @Inject FakeStations stations;
  @Inject Crossings crossings;
  @Inject Worker worker;

  private Path folder;
  private final Browsing browser = new Browsing();
  private SavedCrossing crossing;

  @BeforeEach
  void surveyed() throws Exception {
    stations.forget();
    stations.beReal();
    crossing = crossings.create("Rehearsal Nº 2", "djnro-0.8");
    ObjectNode settings = Json.MAPPER.createObjectNode();
    ObjectNode source = settings.putObject("source");
    source
        .put("host", Servers.legacy().host())
        .put("port", Servers.legacy().port())
        .put("database", Samples.smallLegacy(Servers.legacy()))
        .put("user", Servers.legacy().user())
        .put("password", Servers.legacy().password())
        .put("tls", "disabled");
    settings.set("target", source.deepCopy().put("database", "nowhere_yet"));
    crossings.change(crossing.id(), Station.CONNECT, settings);
    worker.start(crossings.require(crossing.id()), Station.CONNECT, Optional.empty());
    ended();
  }

  // Quarkus makes the test's instance anew, so that @TempDir would not reach it.
  @BeforeEach
  void folder() throws IOException {
    folder = Files.createTempDirectory(Path.of("target"), "handed-in-test");
  }

  @AfterEach
  void letOthersPlay() throws IOException {
    stations.forget();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void saysBeforehandWhatItWillDo() {
    browser
        .get(page())
        .then()
        .statusCode(200)
        .body(
            containsString("The site will be held for about"),
            containsString("Export 1,075 objects"),
            containsString("value=\"contenttypes.contenttype\""),
            containsString("Nothing is lost: the application makes these rows by itself"),
            containsString("LOCK TABLES … READ"));
  }

  @Test
  void keepsTheSettingsInThePlan() {
    browser.get(page());
    browser
        .form()
        .formParam("exclude", "contenttypes.contenttype", "auth.permission", "sessions.session")
        .formParam("indent", "2")
        .formParam("text", "utf8")
        .formParam("lock", "none")
        .post(page() + "/settings")
        .then()
        .statusCode(303)
        .header("Location", endsWith(page()));

    assertThat(plan().path("export").toString())
        .isEqualTo(
            "{\"indent\":2,\"exclude\":[\"contenttypes\",\"auth.permission\",\"sessions\"],\"ascii\":false}");
    assertThat(plan().path("lock").asText()).isEqualTo("none");
    browser.get(page()).then().body(containsString("The site will not be held"));
  }

  @Test
  void writesNothingIntoThePlanThatItSaysAlready() {
    browser.get(page());
    browser
        .form()
        .formParam("exclude", "contenttypes.contenttype", "auth.permission")
        .formParam("indent", "4")
        .formParam("text", "ascii")
        .formParam("lock", "tables")
        .post(page() + "/settings")
        .then()
        .statusCode(303);

    assertThat(plan().has("export")).isFalse();
    assertThat(plan().has("lock")).isFalse();
  }

  @Test
  void refusesAnIndentBesideItsField() {
    browser.get(page());
    browser
        .form()
        .formParam("indent", "many")
        .formParam("lock", "tables")
        .post(page() + "/start")
        .then()
        .statusCode(400)
        .body(
            containsString("href=\"#field-indent\""),
            containsString("A number of spaces from 0 to 16, such as 4."),
            containsString("value=\"many\""));
    given()
        .contentType("application/json")
        .body("{\"export\": {\"exclude\": [\"nothere\"]}}")
        .put(api() + "/stations/export")
        .then()
        .statusCode(400)
        .body("field", equalTo("exclude"));
  }

  @Test
  void exportsAndHandsTheFixtureOut() throws Exception {
    export();

    browser
        .get(page())
        .then()
        .body(
            containsString("1,075 objects of"),
            containsString("The site was held for"),
            containsString(page() + "/objects/auth.user"),
            containsString("/fixtures/fixture.json.gz"));
    given()
        .get(api() + "/fixtures")
        .then()
        .body("name", hasItems("fixture.json", "fixture.json.gz"))
        .body("[0].objects", equalTo(1_075));
    byte[] plain =
        given()
            .get(api() + "/fixtures/fixture.json")
            .then()
            .statusCode(200)
            .header(
                "Content-Disposition",
                matchesPattern(
                    "attachment; filename=\"rehearsal-n-2-\\d{4}-\\d\\d-\\d\\d-\\d{4}-fixture.json\""))
            .extract()
            .asByteArray();
    assertThat(Json.MAPPER.readTree(plain)).hasSize(1_075);
    byte[] packed = given().get(api() + "/fixtures/fixture.json.gz").asByteArray();
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
        .isEqualTo(plain);
    given().get(api() + "/fixtures/ordered.json").then().statusCode(404);
    given().get(api() + "/fixtures/..%2Fexport.json").then().statusCode(404);
  }

  @Test
  void showsTheFirstObjectsWithoutTheirSecrets() throws Exception {
    export();

    browser
        .get(page() + "/objects/auth.user")
        .then()
        .statusCode(200)
        .body(containsString("secret:"), not(containsString("sha1$")), containsString("<html"));
    given()
        .header("HX-Request", "true")
        .get(page() + "/objects/auth.user")
        .then()
        .body(containsString("secret:"), not(containsString("<html")));
    browser.get(page() + "/objects/auth.nothing").then().statusCode(404);
  }

  @Test
  void takesAFixtureOfFiftyMegabytesInPlaceOfAnExport() throws Exception {
    long objects = write(folder.resolve("large.json"), FIFTY_MEGABYTES, false);
    browser.get(page());
    HttpResponse<String> taken = browser.upload(page() + "/fixture", folder.resolve("large.json"));
    assertThat(taken.statusCode()).isEqualTo(303);
    assertThat(taken.headers().firstValue("Location").orElse("")).endsWith(page());
    ended();

    given()
        .get(api() + "/stations/export")
        .then()
        .body("status.state", equalTo("done"))
        .body("result.lock", equalTo("handed in"));
    given()
        .get(api() + "/fixtures")
        .then()
        .body("[0].objects", equalTo((int) objects))
        .body("[0].size", equalTo((int) Files.size(folder.resolve("large.json"))));
    browser.get(page()).then().body(containsString("handed in"));
    assertNothingLeft();
  }

  @Test
  void namesLineAndColumnOfAFaultAndKeepsWhatWasThere() throws Exception {
    export();
    String before = sha256();
    write(folder.resolve("broken.json"), FIFTY_MEGABYTES, true);
    HttpResponse<String> taken = browser.send(api() + "/fixtures", folder.resolve("broken.json"));
    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(Json.MAPPER.readTree(taken.body()).path("state").asText()).isEqualTo("running");
    ended();

    given()
        .get(api() + "/stations/export")
        .then()
        .body("attempt.state", equalTo("failed"))
        .body(
            "attempt.failure",
            matchesPattern("Reading handed-in.json, line \\d{5,}, column 3: .*Mend the file.*"));
    browser
        .get(page())
        .then()
        .body(containsString("Reading handed-in.json, line"), containsString("1,075 objects of"));
    assertThat(sha256()).isEqualTo(before);
    assertNothingLeft();
  }

  @Test
  void takesAPackedFixtureToo() throws Exception {
    Path packed = folder.resolve("fixture.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Samples.text("golden-dumpdata.json").getBytes(StandardCharsets.UTF_8));
    }
    given()
        .contentType("application/octet-stream")
        .body(packed.toFile())
        .post(api() + "/fixtures")
        .then()
        .statusCode(202);
    ended();

    given().get(api() + "/fixtures").then().body("[0].objects", equalTo(1_075));
  }

  @Test
  void refusesWhatIsNoFixtureBesideItsField() throws Exception {
    browser.get(page());
    browser
        .upload()
        .multiPart("fixture", "dump.sql", "CREATE TABLE x;".getBytes(StandardCharsets.UTF_8))
        .post(page() + "/fixture")
        .then()
        .statusCode(400)
        .body(
            allOf(
                containsString("href=\"#field-fixture\""),
                containsString("Choose a JSON fixture, as dumpdata writes it")));
    browser
        .upload()
        .multiPart("fixture", "", new byte[0])
        .post(page() + "/fixture")
        .then()
        .statusCode(400)
        .body(containsString("Choose a file, such as fixture.json."));
    given()
        .contentType("application/octet-stream")
        .body("INSERT INTO".getBytes(StandardCharsets.UTF_8))
        .post(api() + "/fixtures")
        .then()
        .statusCode(400)
        .body("field", equalTo("fixture"));
    given().get(api() + "/stations/export").then().body("attempt", nullValue());
    assertNothingLeft();
  }

  @Test
  void refusesAFixtureWithoutTheTokenOfAPage() throws Exception {
    given()
        .multiPart("fixture", "fixture.json", "[]".getBytes(StandardCharsets.UTF_8))
        .post(page() + "/fixture")
        .then()
        .statusCode(400);
    given()
        .multiPart("fixture", "fixture.json", "[]".getBytes(StandardCharsets.UTF_8))
        .post(api() + "/fixtures")
        .then()
        .statusCode(415);
    assertNothingLeft();
  }

  private void export() {
    browser.get(page());
    browser
        .form()
        .formParam("exclude", "contenttypes.contenttype", "auth.permission")
        .formParam("indent", "4")
        .formParam("text", "ascii")
        .formParam("lock", "tables")
        .post(page() + "/start")
        .then()
        .statusCode(303);
    ended();
  }

  private void ended() {
    await().atMost(Duration.ofMinutes(1)).until(() -> worker.running(crossing.id()).isEmpty());
  }

  /** Uploads hold password hashes: neither a refused nor a taken one leaves a copy behind. */
  private void assertNothingLeft() throws IOException {
    try (var files = Files.walk(crossings.folder(crossing.id()))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("handed-in"));
    }
  }

  /** Many contacts, about so many bytes; with a fault, the object in the middle lacks a comma. */
  private static long write(Path file, int size, boolean fault) throws IOException {
    long objects = 0;
    long written = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("[\n".getBytes(StandardCharsets.UTF_8));
      boolean broken = !fault;
      while (written < size) {
        objects++;
        boolean here = !broken && written > size / 2;
        broken |= here;
        byte[] object =
            (" {\"pk\": "
                    + objects
                    + ", \"model\": \"edumanage.contact\", \"fields\": {\n  \"name\": \"Someone\",\n  \"email\": \"someone@example.org\","
                    + (here ? "\n  : " : "\n  ")
                    + "\"phone\": \"+30 210\"}}")
                .getBytes(StandardCharsets.UTF_8);
        out.write(object);
        written += object.length + 2;
        out.write((written < size ? ",\n" : "\n").getBytes(StandardCharsets.UTF_8));
      }
      out.write("]\n".getBytes(StandardCharsets.UTF_8));
    }
    return objects;
  }

  private String sha256() {
    return given().get(api() + "/fixtures").jsonPath().getString("[0].sha256");
  }

  private ObjectNode plan() {
    return crossings.require(crossing.id()).plan();
  }

  private String page() {
    return "/crossings/" + crossing.id() + "/export";
  }

  private String api() {
    return "/api/v1/crossings/" + crossing.id();
  }
}
