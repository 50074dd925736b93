package org.fixtureferry.console;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of a page, posted as a browser without JavaScript posts it. */
final class PageForm {
  private static final Pattern TOKEN = Pattern.compile("name=\"(csrf-token)\" value=\"([^\"]+)\"");

  private PageForm() {}

  /**
   * Fetches a page for its token, then posts to a path.
   *
   * @param fields by name
   */
  static ValidatableResponse post(String page, String path, Map<String, ?> fields) {
    return request(page, fields).post(path).then();
  }

  /** The same as htmx would: the answer is a fragment. */
  static ValidatableResponse postByHtmx(String page, String path, Map<String, ?> fields) {
    return request(page, fields).header("HX-Request", "true").post(path).then();
  }

  private static RequestSpecification request(String page, Map<String, ?> fields) {
    Response shown = given().get(page);
    Matcher token = TOKEN.matcher(shown.asString());
    if (!token.find()) {
      throw new AssertionError("The page " + page + " has no form:\n" + shown.asString());
    }
    return given()
        .redirects()
        .follow(false)
        .cookies(shown.cookies())
        .formParam(token.group(1), token.group(2))
        .formParams(fields);
  }
}
