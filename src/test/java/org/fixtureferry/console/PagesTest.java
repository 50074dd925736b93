package org.fixtureferry.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PagesTest {
  @Test
  void everyAnswerCarriesTheSafetyHeaders() {
    for (String path :
        new String[] {"/", "/crossings/new", "/favicon.svg", "/nowhere", "/q/health"}) {
      given()
          .get(path)
          .then()
          .header(
              "Content-Security-Policy",
              allOf(containsString("default-src 'none'"), not(containsString("unsafe"))))
          .header("X-Frame-Options", "DENY")
          .header("X-Content-Type-Options", "nosniff");
    }
  }

  @Test
  void noPageHasInlineScriptOrStyle() {
    given()
        .get("/crossings/new")
        .then()
        .statusCode(200)
        .body(
            not(containsString("<script>")),
            not(containsString(" style=")),
            not(containsString("<style")),
            not(containsString(" onclick")));
  }

  @Test
  void nothingButFilesIsKeptByTheBrowser() {
    given().get("/").then().header("Cache-Control", "no-store");
    given().get("/api/v1/crossings").then().header("Cache-Control", "no-store");
    String bundle =
        given()
            .get("/")
            .htmlPath()
            .getString("html.head.link.find { it.@rel == 'stylesheet' }.@href");
    given()
        .get(bundle)
        .then()
        .statusCode(200)
        .header("Cache-Control", not(containsString("no-store")));
  }

  @Test
  void anUnknownPageSaysSo() {
    given()
        .get("/crossings/nothere")
        .then()
        .statusCode(404)
        .contentType("text/html")
        .body(containsString("There is no crossing"));
  }
}
