package org.fixtureferry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.servers.DirtySample;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The radio buttons of the dirty sample's findings: each of them is chosen once, kept, and in force
 * when the source was surveyed again. What each decision then does is tested through the plan.
 */
@QuarkusTest
class DecideEveryWayTest {
  private static final Pattern OPTION =
      Pattern.compile(
          "<input type=\"radio\" name=\"([^\"]+/[^\"]+)\" value=\"([^\"]+)\"( checked)?><span>[^<]+<br><span class=\"hint\">([^<]+)<");

  @Inject Crossings crossings;
  @Inject FakeStations stations;
  @Inject Worker worker;

  private String id;
  private String page;

  /** One radio button. */
  private record Option(String word, boolean checked) {}

  @BeforeEach
  void survey() throws SQLException {
    stations.beReal();
    id = crossings.create("Dirt", "djnro-0.8").id();
    page = "/crossings/" + id + "/connect";
    ObjectNode settings = Json.MAPPER.createObjectNode();
    settings.set(
        "source", RealCrossing.endpoint(Servers.legacy(), DirtySample.make(Servers.legacy())));
    settings.set(
        "target",
        RealCrossing.endpoint(
            Servers.newHost(), Servers.freshDatabase(Servers.newHost(), "decided")));
    crossings.change(id, Station.CONNECT, settings);
    worker.start(crossings.require(id), Station.CONNECT, Optional.empty());
    ended();
  }

  @AfterEach
  void letOthersPlay() {
    ended();
    stations.forget();
  }

  @Test
  void everyDecisionOfEveryCheckCanBeChosenAndIsKept() {
    Map<String, List<Option>> places = options();
    assertThat(places.keySet().stream().map(name -> name.split("/")[0]).distinct())
        .containsExactlyInAnyOrder(
            "boolean-range",
            "broken-json",
            "custom-permission",
            "dangling-generic-key",
            "does-not-fit",
            "duplicate-key",
            "mojibake",
            "null-multiselect",
            "odd-primary-key",
            "orphan-foreign-key",
            "orphan-many-to-many",
            "south-state",
            "stale-content-type",
            "surrogate-pair",
            "unknown-column",
            "unknown-table",
            "zero-date");
    int most = places.values().stream().mapToInt(List::size).max().orElseThrow();

    for (int round = 1; round <= most; round++) {
      Map<String, String> chosen = new HashMap<>();
      int turn = round;
      places.forEach(
          (name, options) -> chosen.put(name, options.get(turn % options.size()).word()));
      Map<String, String> form = new HashMap<>(chosen);
      chosen.forEach(
          (name, word) -> {
            if (word.startsWith("set-date")) {
              form.put(name + "/value", "2013-03-01");
            }
          });

      PageForm.post(page, page + "/decisions", form).statusCode(303);
      ended();

      options()
          .forEach(
              (name, options) ->
                  assertThat(options)
                      .as(name)
                      .filteredOn(Option::checked)
                      .extracting(option -> word(option.word()))
                      .containsExactly(word(chosen.get(name))));
      JsonNode decisions = crossings.require(id).plan().get("decisions");
      places.forEach(
          (name, options) -> {
            if (!chosen.get(name).equals(options.get(0).word())) {
              String[] check = name.split("/");
              JsonNode said = decisions.get(check[0]);
              assertThat(said.isObject() ? said.get(check[1]).asText() : said.asText())
                  .as(name)
                  .isEqualTo(
                      chosen.get(name).startsWith("set-date")
                          ? "set-date 2013-03-01"
                          : chosen.get(name));
            }
          });
    }
  }

  /** Every button of the page, by the finding that it is for; each says what it would do. */
  private Map<String, List<Option>> options() {
    Matcher found = OPTION.matcher(new Browsing().get(page).asString());
    Map<String, List<Option>> options = new LinkedHashMap<>();
    while (found.find()) {
      assertThat(found.group(4)).isNotBlank();
      options
          .computeIfAbsent(found.group(1), name -> new ArrayList<>())
          .add(new Option(found.group(2), found.group(3) != null));
    }
    return options;
  }

  private static String word(String decision) {
    return decision.split(" ", 2)[0];
  }

  private void ended() {
    await().atMost(Duration.ofMinutes(2)).until(() -> worker.running(id).isEmpty());
  }
}
