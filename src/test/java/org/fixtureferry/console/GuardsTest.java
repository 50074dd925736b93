package org.fixtureferry.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

/** What must not come in, on this machine, where nobody signs in. */
@QuarkusTest
class GuardsTest {
  private static final String NEW = "{\"name\": \"x\", \"profile\": \"djnro-0.8\"}";

  @Test
  void refusesANameThatSomebodyElsePointedAtThisMachine() {
    given().header("Host", "evil.example").get("/").then().statusCode(421);
    given().header("Host", "localhost:9999").get("/").then().statusCode(200);
    given()
        .header("Host", "evil.example")
        .contentType(ContentType.JSON)
        .body(NEW)
        .post("/api/v1/crossings")
        .then()
        .statusCode(421)
        .contentType("application/problem+json");
  }

  @Test
  void refusesAFormWithoutItsToken() {
    given()
        .formParam("name", "x")
        .formParam("profile", "djnro-0.8")
        .post("/crossings")
        .then()
        .statusCode(400);
  }

  @Test
  void refusesAChangeThatAnotherSiteAskedFor() {
    given()
        .header("Origin", "https://evil.example")
        .contentType(ContentType.JSON)
        .body(NEW)
        .post("/api/v1/crossings")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    given()
        .header("Origin", "null")
        .contentType(ContentType.JSON)
        .body(NEW)
        .post("/api/v1/crossings")
        .then()
        .statusCode(403);
    given()
        .header("Sec-Fetch-Site", "cross-site")
        .contentType(ContentType.JSON)
        .body(NEW)
        .post("/api/v1/crossings")
        .then()
        .statusCode(403);
    given()
        .header("Sec-Fetch-Site", "same-site")
        .formParam("theme", "dark")
        .post("/theme")
        .then()
        .statusCode(403);
    given()
        .header("Origin", "http://localhost:9999")
        .header("Host", "localhost:9999")
        .contentType(ContentType.JSON)
        .body(NEW)
        .post("/api/v1/crossings")
        .then()
        .statusCode(201);
  }

  @Test
  void restTakesNoBodyThatAFormCanMake() {
    given()
        .contentType(ContentType.TEXT)
        .body(NEW)
        .post("/api/v1/crossings")
        .then()
        .statusCode(415);
    given().formParam("name", "x").post("/api/v1/crossings").then().statusCode(415);
    given()
        .post("/api/v1/crossings/x/stations/connect/attempts")
        .then()
        .statusCode(415)
        .body("detail", containsString("application/json"));
  }

  @Test
  void takesLargeBodiesOnlyWhereFixturesAreHandedIn() {
    String large = "{\"name\": \"" + "x".repeat(2_100_000) + "\"}";
    given()
        .contentType(ContentType.JSON)
        .body(large)
        .post("/api/v1/crossings")
        .then()
        .statusCode(413);
  }

  @Test
  void redirectsOnlyToItsOwnPages() {
    given()
        .redirects()
        .follow(false)
        .get("/sign-in?to=https://evil.example/")
        .then()
        .body(containsString("name=\"to\" value=\"/\""));
    given()
        .get("/sign-in?to=//evil.example/")
        .then()
        .body(containsString("name=\"to\" value=\"/\""));
    given()
        .get("/sign-in?to=/crossings/abc")
        .then()
        .body(containsString("name=\"to\" value=\"/crossings/abc\""));
  }
}
