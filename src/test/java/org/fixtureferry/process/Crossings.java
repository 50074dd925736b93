package org.fixtureferry.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.report.Json;

/** The crossings of a console, by its REST interface. */
public final class Crossings {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final URI home;
  private final HttpClient client = HttpClient.newHttpClient();

  Crossings(URI home) {
    this.home = home;
  }

  /** Makes a crossing between two databases; gives its id. */
  public String create(String name, Endpoint source, Endpoint target) throws Exception {
    ObjectNode wish = Json.MAPPER.createObjectNode().put("name", name).put("profile", "djnro-0.8");
    String id = json(send("POST", "", wish)).get("id").asText();
    ObjectNode settings = Json.MAPPER.createObjectNode();
    settings.set("source", withPassword(source));
    settings.set("target", withPassword(target));
    assertThat(send("PUT", "/" + id + "/stations/connect", settings).statusCode()).isEqualTo(200);
    return id;
  }

  /** The id of the crossing of that name. */
  public String named(String name) throws Exception {
    for (JsonNode crossing : json(send("GET", "", null))) {
      if (crossing.get("name").asText().equals(name)) {
        return crossing.get("id").asText();
      }
    }
    throw new AssertionError("There is no crossing " + name);
  }

  public JsonNode crossing(String id) throws Exception {
    return json(send("GET", "/" + id, null));
  }

  public void change(String id, String station, String settings) throws Exception {
    HttpResponse<String> answer =
        send("PUT", "/" + id + "/stations/" + station, Json.MAPPER.readTree(settings));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  public HttpResponse<String> start(String id, String station) throws Exception {
    return send(
        "POST", "/" + id + "/stations/" + station + "/attempts", Json.MAPPER.createObjectNode());
  }

  /** Starts a station and waits until it has ended; gives all about it. */
  public JsonNode run(String id, String station) throws Exception {
    HttpResponse<String> started = start(id, station);
    assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> !state(id, station).equals("running"));
    return station(id, station);
  }

  /** Compares the fixture with the target, and waits. */
  public void review(String id) throws Exception {
    HttpResponse<String> started =
        send(
            "POST",
            "/" + id + "/stations/load/attempts",
            Json.MAPPER.createObjectNode().put("task", "review"));
    assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .until(() -> !station(id, "load").at("/attempt/state").asText().equals("running"));
    assertThat(station(id, "load").at("/attempt/state").asText()).isEqualTo("done");
  }

  /** Runs stations one after the other; each has to end done. */
  public void runAll(String id, String... stations) throws Exception {
    for (String station : stations) {
      JsonNode ended = run(id, station);
      assertThat(ended.at("/status/state").asText()).as(ended.toString()).isEqualTo("done");
    }
  }

  public JsonNode station(String id, String station) throws Exception {
    return json(send("GET", "/" + id + "/stations/" + station, null));
  }

  public String state(String id, String station) throws Exception {
    return station(id, station).at("/status/state").asText();
  }

  /** A station's page, as a browser without JavaScript gets it. */
  public String page(String id, String station) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(home.resolve("/crossings/" + id + "/" + station)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> send(String method, String path, JsonNode body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(home.resolve("/api/v1/crossings" + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return Json.MAPPER.readTree(answer.body());
  }

  private static ObjectNode withPassword(Endpoint endpoint) {
    ObjectNode tree = Json.MAPPER.valueToTree(endpoint);
    return tree.put("password", endpoint.password());
  }
}
