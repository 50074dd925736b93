package org.fixtureferry.crossing.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.fixtureferry.crossing.AttemptState;
import org.fixtureferry.crossing.StationRunner;
import org.fixtureferry.crossing.store.Attempt;
import org.fixtureferry.crossing.store.AttemptStore;
import org.fixtureferry.crossing.store.CrossingEvent;
import org.fixtureferry.crossing.store.CrossingStore;
import org.fixtureferry.crossing.store.PasswordStore;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkerTest {
  @Inject Worker worker;
  @Inject CrossingStore crossings;
  @Inject AttemptStore attempts;
  @Inject PasswordStore passwords;
  @Inject EventLog events;
  @Inject FakeStations stations;

  private SavedCrossing crossing;

  @BeforeEach
  void newCrossing() {
    stations.forget();
    crossing =
        crossings.create("Rehearsal", JsonNodeFactory.instance.objectNode().put("profile", "p"));
  }

  @AfterEach
  void leaveNothingRunning() {
    worker.running(crossing.id()).ifPresent(station -> worker.cancel(crossing.id(), station));
    await().until(() -> worker.running(crossing.id()).isEmpty());
  }

  @Test
  void aStationThatRanIsDoneAndOpensTheNext() {
    run(Station.CONNECT);

    assertThat(state(Station.CONNECT)).isEqualTo(StationState.DONE);
    assertThat(crossings.results(crossing.id()).get(Station.CONNECT).summary())
        .isEqualTo("1,075 objects, 412 kB");
    assertThat(state(Station.EXPORT)).isEqualTo(StationState.READY);
  }

  @Test
  void refusesAClosedStation() {
    assertThatThrownBy(() -> worker.start(crossing, Station.LOAD, Optional.empty()))
        .isInstanceOf(StartRefused.class)
        .hasMessage("Station load is closed. Do first: prepare, export, reorder.");
  }

  @Test
  void refusesASecondStartAndObeysCancel() {
    stations.next(FakeStations::untilCancelled);
    worker.start(crossing, Station.CONNECT, Optional.empty());

    assertThatThrownBy(() -> worker.start(crossing, Station.CONNECT, Optional.empty()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("is running");
    assertThat(state(Station.CONNECT)).isEqualTo(StationState.RUNNING);

    assertThat(worker.cancel(crossing.id(), Station.CONNECT)).isTrue();
    awaitEnd();
    assertThat(last(Station.CONNECT).state()).isEqualTo(AttemptState.CANCELLED);
    assertThat(last(Station.CONNECT).progress()).contains("edumanage.contact");
    assertThat(state(Station.CONNECT)).isEqualTo(StationState.READY);
  }

  @Test
  void aFailureKeepsItsSentence() {
    stations.next((listener, cancellation) -> FakeStations.fails("Connecting: no answer."));
    run(Station.CONNECT);

    assertThat(last(Station.CONNECT).failure()).isEqualTo("Connecting: no answer.");
    assertThat(state(Station.CONNECT)).isEqualTo(StationState.FAILED);
    assertThat(state(Station.EXPORT)).isEqualTo(StationState.CLOSED);
  }

  @Test
  void aBrokenProgramTellsNoValues() {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler ears = new Ears(logged);
    Logger.getLogger(Worker.class.getName()).addHandler(ears);
    stations.next(
        (listener, cancellation) -> {
          throw new IllegalStateException("maria@example.org");
        });
    run(Station.CONNECT);

    assertThat(last(Station.CONNECT).failure())
        .isEqualTo("The program broke (IllegalStateException). Its log says where.");
    Logger.getLogger(Worker.class.getName()).removeHandler(ears);
    assertThat(logged).singleElement().asString().contains("IllegalState", "aBrokenProgram");
    assertThat(logged.toString()).doesNotContain("maria");
  }

  @Test
  void replaysWhatAListenerMissedThenGoesOn() {
    run(Station.CONNECT);
    List<CrossingEvent> heard = new CopyOnWriteArrayList<>();
    EventLog.Subscription following = events.follow(crossing.id(), 1, heard::add);
    assertThat(heard).extracting(CrossingEvent::id).containsExactly(2L);
    run(Station.EXPORT);
    assertThat(heard).extracting(CrossingEvent::id).containsExactly(2L, 3L, 4L);
    assertThat(heard.get(2).data()).contains("\"done\"");
    following.close();
    run(Station.PREPARE);
    assertThat(heard).hasSize(3);
  }

  @Test
  void whatTheLastProgramLeftRunningIsInterrupted() {
    attempts.begin(crossing.id(), Station.CONNECT, StationRunner.Task.RUN);
    worker.markInterrupted();

    assertThat(state(Station.CONNECT)).isEqualTo(StationState.INTERRUPTED);
    assertThat(crossings.statuses(crossing.id()).get(Station.CONNECT).startable()).isTrue();
  }

  @Test
  void forgetsEverythingOfADeletedCrossing() {
    passwords.put(crossing.id(), Side.SOURCE, "x");
    run(Station.CONNECT);
    crossings.delete(crossing.id());

    assertThat(crossings.find(crossing.id())).isEmpty();
    assertThat(passwords.get(crossing.id(), Side.SOURCE)).isEmpty();
    assertThat(events.lastId(crossing.id())).isZero();
  }

  @Test
  void keepsPasswordsSealedAndGivesThemBack() {
    passwords.put(crossing.id(), Side.SOURCE, "first");
    passwords.put(crossing.id(), Side.SOURCE, "second");

    assertThat(passwords.get(crossing.id(), Side.SOURCE)).hasValue("second");
    assertThat(passwords.get(crossing.id(), Side.TARGET)).isEmpty();
  }

  @Test
  void changesPartsOfThePlanOnly() {
    crossings.change(crossing.id(), Map.of("lock", JsonNodeFactory.instance.textNode("none")));

    assertThat(crossings.find(crossing.id()).orElseThrow().plan().toString())
        .isEqualTo("{\"profile\":\"p\",\"lock\":\"none\"}");
  }

  private void run(Station station) {
    worker.start(crossing, station, Optional.empty());
    awaitEnd();
  }

  private void awaitEnd() {
    // The state is told last.
    await()
        .until(
            () ->
                worker.running(crossing.id()).isEmpty()
                    && lastEvent().data().matches(".*\"state\":\"(?!running).*"));
  }

  private CrossingEvent lastEvent() {
    List<CrossingEvent> heard = new CopyOnWriteArrayList<>();
    events.follow(crossing.id(), events.lastId(crossing.id()) - 1, heard::add).close();
    return heard.get(heard.size() - 1);
  }

  private Attempt last(Station station) {
    return attempts.last(crossing.id(), station).orElseThrow();
  }

  private StationState state(Station station) {
    return crossings.statuses(crossing.id()).get(station).state();
  }

  /** Keeps what is logged, as a log would show it. */
  private static final class Ears extends Handler {
    private final List<String> heard;

    Ears(List<String> heard) {
      this.heard = heard;
    }

    @Override
    public void publish(LogRecord entry) {
      StringWriter text = new StringWriter();
      text.write(entry.getMessage());
      if (entry.getThrown() != null) {
        entry.getThrown().printStackTrace(new PrintWriter(text));
      }
      heard.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
