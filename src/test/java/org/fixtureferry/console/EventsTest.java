package org.fixtureferry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fixtureferry.crossing.store.CrossingStore;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Station;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventsTest {
  @TestHTTPResource("/")
  URI home;

  @Inject CrossingStore crossings;
  @Inject Worker worker;
  @Inject FakeStations stations;

  private final HttpClient client = HttpClient.newHttpClient();
  private SavedCrossing crossing;

  @BeforeEach
  void newCrossing() {
    stations.forget();
    crossing = crossings.create("Rehearsal", JsonNodeFactory.instance.objectNode());
  }

  @Test
  void streamsWithIdsAndAHeartbeatAndHoldsNothingBack() {
    List<String> lines = follow(null, "");
    await().until(() -> lines.stream().anyMatch(line -> line.startsWith(":")));
    assertThat(lines).noneMatch(line -> line.startsWith("id:"));

    run(Station.CONNECT);

    await().until(() -> count(lines, line -> line.startsWith("event:station")) == 2);
    assertThat(lines).contains("id:1", "id:2", "retry:1000");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("data:{") && line.contains("\"state\":\"done\""));
  }

  @Test
  void replaysWhatABrowserMissed() {
    run(Station.CONNECT);

    List<String> fromTheStart = follow(null, "");
    List<String> afterTheFirst = follow("1", "");
    List<String> byAddress = follow(null, "?after=1");

    await()
        .until(
            () ->
                fromTheStart.contains("id:2")
                    && afterTheFirst.contains("id:2")
                    && byAddress.contains("id:2"));
    assertThat(fromTheStart).contains("id:1");
    assertThat(afterTheFirst).doesNotContain("id:1");
    assertThat(byAddress).doesNotContain("id:1");
  }

  @Test
  void tellsProgressAboutOnceASecond() {
    List<String> lines = follow(null, "");
    stations.next(FakeStations::untilCancelled);
    worker.start(crossing, Station.CONNECT, Optional.empty());

    await().until(() -> count(lines, line -> line.startsWith("event:progress")) == 3);
    worker.cancel(crossing.id(), Station.CONNECT);
    await().until(() -> lines.stream().anyMatch(line -> line.contains("\"state\":\"cancelled\"")));
    assertThat(lines).anyMatch(line -> line.contains("\"subject\":\"edumanage.contact\""));
  }

  @Test
  void everybodyHearsTheSameAndALateOneCatchesUp() {
    List<String> one = follow(null, "");
    List<String> other = follow(null, "");
    stations.next(FakeStations::untilCancelled);
    worker.start(crossing, Station.CONNECT, Optional.empty());
    await().until(() -> count(one, line -> line.startsWith("event:progress")) == 2);
    String seen =
        one.stream().filter(line -> line.startsWith("id:")).reduce((a, b) -> b).orElseThrow();
    List<String> late = follow(seen.substring("id:".length()), "");
    await().until(() -> count(late, line -> line.startsWith("event:progress")) == 1);
    worker.cancel(crossing.id(), Station.CONNECT);

    for (List<String> lines : List.of(one, other, late)) {
      await()
          .until(() -> lines.stream().anyMatch(line -> line.contains("\"state\":\"cancelled\"")));
      await().until(() -> lines.stream().anyMatch(line -> line.startsWith(":")));
    }
    assertThat(told(other)).isEqualTo(told(one));
    assertThat(told(one)).endsWith(told(late).toArray(String[]::new));
    assertThat(told(late)).doesNotContain(seen);
  }

  @Test
  void anUnknownCrossingHasNoEvents() throws Exception {
    HttpResponse<String> answer =
        client.send(request("nothere", null, "").build(), HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  private void run(Station station) {
    worker.start(crossing, station, Optional.empty());
    await().until(() -> worker.running(crossing.id()).isEmpty());
  }

  /** The lines of an event stream, as they come. */
  private List<String> follow(String lastEventId, String query) {
    List<String> lines = new CopyOnWriteArrayList<>();
    CompletableFuture<HttpResponse<Stream<String>>> answer =
        client.sendAsync(
            request(crossing.id(), lastEventId, query).build(),
            HttpResponse.BodyHandlers.ofLines());
    answer.thenAccept(
        response -> {
          assertThat(response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
          assertThat(response.headers().firstValue("Content-Type").orElseThrow())
              .startsWith("text/event-stream");
          Thread reader = new Thread(() -> response.body().forEach(lines::add));
          reader.setDaemon(true);
          reader.start();
        });
    return lines;
  }

  private HttpRequest.Builder request(String id, String lastEventId, String query) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(home + "api/v1/crossings/" + id + "/events" + query));
    return lastEventId == null ? request : request.header("Last-Event-ID", lastEventId);
  }

  /** Ids, names and data, in their order; a heartbeat comes to each in its own time. */
  private static List<String> told(List<String> lines) {
    return lines.stream().filter(line -> line.matches("(id|event|data):.*")).toList();
  }

  private static long count(List<String> lines, Predicate<String> wanted) {
    return lines.stream().filter(wanted).count();
  }
}
