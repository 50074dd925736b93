package org.fixtureferry.console;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without JavaScript: it keeps cookies, and sends the token of the page that it read. */
final class Browsing {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

  private final CookieFilter cookies = new CookieFilter();
  private final Map<String, String> jar = new HashMap<>();
  private String token = "";

  Response get(String path) {
    Response page = given().filter(cookies).get(path);
    jar.putAll(page.getCookies());
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

  /** Uploads a large file as a stream: REST Assured would hold the whole of it, more than once. */
  HttpResponse<String> upload(String path, Path file) throws IOException, InterruptedException {
    String head =
        "--part\r\nContent-Disposition: form-data; name=\"csrf-token\"\r\n\r\n"
            + token
            + "\r\n--part\r\nContent-Disposition: form-data; name=\"fixture\"; filename=\""
            + file.getFileName()
            + "\"\r\nContent-Type: application/json\r\n\r\n";
    return post(
        path,
        "multipart/form-data; boundary=part",
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofFile(file),
            BodyPublishers.ofString("\r\n--part--\r\n")));
  }

  /** The same file as the body itself, as a program sends it. */
  HttpResponse<String> send(String path, Path file) throws IOException, InterruptedException {
    return post(path, "application/octet-stream", BodyPublishers.ofFile(file));
  }

  private HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .header("Content-Type", type)
            .POST(body);
    jar.forEach((name, value) -> request.header("Cookie", name + "=" + value));
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
