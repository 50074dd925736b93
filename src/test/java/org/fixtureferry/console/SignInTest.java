package org.fixtureferry.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixtureferry.access.SignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A console that asks who comes. */
@QuarkusTest
@TestProfile(SignInTest.Asked.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
  private static final String PASSWORD = "four words do well";

  /** Sign-in on this machine, too, and a store of its own. */
  public static class Asked implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "ferry.access.sign-in", "always",
          "quarkus.datasource.jdbc.url", "jdbc:h2:mem:signin;DB_CLOSE_DELAY=-1");
    }
  }

  @Inject SignIn signIn;
  @Inject EntityManager entities;

  private final CookieFilter cookies = new CookieFilter();

  @BeforeEach
  @Transactional
  void nobody() {
    entities.createNativeQuery("delete from operator_account").executeUpdate();
  }

  @Test
  void letsNobodyInWhoIsNotSignedIn() {
    given()
        .redirects()
        .follow(false)
        .get("/crossings/new")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/sign-in?to=%2Fcrossings%2Fnew"));
    given().get("/api/v1/crossings").then().statusCode(401).contentType("application/problem+json");
    given().get("/q/openapi").then().body(containsString("Sign in"));
    given()
        .header("HX-Request", "true")
        .get("/crossings/x/export/live")
        .then()
        .statusCode(401)
        .header("HX-Redirect", "/sign-in");
    given().get("/q/health").then().statusCode(200);
  }

  @Test
  void theFirstLinkMakesTheAccountOnce() {
    String link = "/first/" + signIn.firstToken().orElseThrow();
    submit(link, "name", "operator", "password", "short")
        .then()
        .statusCode(400)
        .body(containsString("At least 12 characters"));
    submit(link, "name", "operator", "password", PASSWORD)
        .then()
        .statusCode(303)
        .cookie("ferry-session");

    given().filter(cookies).get("/").then().statusCode(200).body(containsString("operator"));
    given().get(link).then().statusCode(410);
    given().get("/first/guessed").then().statusCode(410);
    assertThat(signIn.firstToken()).isEmpty();
  }

  @Test
  void theCookieIsOpaqueAndSigningOutEndsIt() {
    account();
    Cookie cookie =
        submit("/sign-in", "name", "operator", "password", PASSWORD)
            .then()
            .statusCode(303)
            .extract()
            .detailedCookie("ferry-session");
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualToIgnoringCase("strict");
    String token = cookie.getValue();
    assertThat(token).hasSizeGreaterThan(40).doesNotContain("operator");
    given().cookie("ferry-session", token).get("/api/v1/crossings").then().statusCode(200);

    submit("/sign-out").then().statusCode(303);

    given().cookie("ferry-session", token).get("/api/v1/crossings").then().statusCode(401);
    assertThat(
            entities
                .createNativeQuery("select count(*) from operator_session where token_sha256 = ?1")
                .setParameter(1, token)
                .getSingleResult()
                .toString())
        .isEqualTo("0");
  }

  /** The last one: whoever comes from this address has to wait afterwards. */
  @Test
  @Order(Integer.MAX_VALUE)
  void tooManyWrongPasswordsHaveToWait() {
    account();
    for (int i = 0; i < 5; i++) {
      submit("/sign-in", "name", "operator", "password", "wrong " + i)
          .then()
          .statusCode(401)
          .body(containsString("Name or password are wrong"));
    }
    submit("/sign-in", "name", "operator", "password", PASSWORD)
        .then()
        .statusCode(429)
        .header("Retry-After", Integer::parseInt, org.hamcrest.Matchers.greaterThan(0));
  }

  private void account() {
    signIn.createAccount(signIn.firstToken().orElseThrow(), "operator", PASSWORD);
  }

  /** Fetches a page, fills in its form and sends it with the page's token. */
  private Response submit(String path, String... fields) {
    String page = given().filter(cookies).get(path.equals("/sign-out") ? "/" : path).asString();
    Matcher token = TOKEN.matcher(page);
    assertThat(token.find()).as(page).isTrue();
    var form =
        given().filter(cookies).redirects().follow(false).formParam("csrf-token", token.group(1));
    for (int i = 0; i < fields.length; i += 2) {
      form.formParam(fields[i], fields[i + 1]);
    }
    return form.post(path);
  }
}
