package org.fixtureferry.console;

import static io.restassured.RestAssured.given;

import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without JavaScript: it keeps cookies, and sends the token of the page that it read. */
final class Browsing {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

  private final CookieFilter cookies = new CookieFilter();
  private String token = "";

  Response get(String path) {
    Response page = given().filter(cookies).get(path);
    Matcher found = TOKEN.matcher(page.asString());
    if (found.find()) {
      token = found.group(1);
    }
    return page;
  }

  /** A form of the page that was read last; redirects are not followed. */
  RequestSpecification form() {
    return given().filter(cookies).redirects().follow(false).formParam("csrf-token", token);
  }

  RequestSpecification upload() {
    return given().filter(cookies).redirects().follow(false).multiPart("csrf-token", token);
  }
}
