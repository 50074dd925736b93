package org.fixtureferry.crossing.worker;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.fixtureferry.crossing.AttemptState;
import org.fixtureferry.crossing.Ingredients;
import org.fixtureferry.crossing.ReviewRecord;
import org.fixtureferry.crossing.StationRecord;
import org.fixtureferry.crossing.StationRunner;
import org.fixtureferry.crossing.StationStatus;
import org.fixtureferry.crossing.store.Attempt;
import org.fixtureferry.crossing.store.AttemptStore;
import org.fixtureferry.crossing.store.CrossingStore;
import org.fixtureferry.crossing.store.DataFolder;
import org.fixtureferry.crossing.store.PasswordStore;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.load.Confirmed;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.report.Trace;
import org.jboss.logging.Logger;

/** Runs stations in the background: one attempt at a time in each crossing. */
@Singleton
public class Worker {
  private static final Logger LOG = Logger.getLogger(Worker.class);

  private static final AtomicInteger THREADS = new AtomicInteger();

  /** How long a run may take to reach its next safe point when the program ends. */
  private static final int PATIENCE_SECONDS = 20;

  private final CrossingStore crossings;
  private final AttemptStore attempts;
  private final PasswordStore passwords;
  private final DataFolder data;
  private final EventLog events;
  private final StationRunner runner;
  private final Clock clock;

  private final Map<String, Running> running = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(Worker::thread);
  private volatile boolean ending;

  private record Running(Attempt attempt, Cancellation cancellation) {}

  /** What a station is started with, besides the plan. */
  private record Start(
      Station station,
      Optional<String> overwrite,
      Optional<Path> handedIn,
      Optional<Confirmed> confirmed,
      StationRunner.Task task) {

    static Start of(Station station, StationRunner.Task task) {
      return new Start(station, Optional.empty(), Optional.empty(), Optional.empty(), task);
    }
  }

  Worker(
      CrossingStore crossings,
      AttemptStore attempts,
      PasswordStore passwords,
      DataFolder data,
      EventLog events,
      StationRunner runner,
      Clock clock) {
    this.crossings = crossings;
    this.attempts = attempts;
    this.passwords = passwords;
    this.data = data;
    this.events = events;
    this.runner = runner;
    this.clock = clock;
  }

  /**
   * Starts a station and returns at once.
   *
   * @param overwrite the target's name, where what it holds may be dropped
   * @throws StartRefused where another one runs in this crossing, or the station waits for others
   */
  public Attempt start(SavedCrossing crossing, Station station, Optional<String> overwrite) {
    return start(
        crossing,
        new Start(station, overwrite, Optional.empty(), Optional.empty(), StationRunner.Task.RUN));
  }

  /**
   * Starts the import that an operator has looked at: it writes nothing where the target or the
   * fixture turns out otherwise.
   *
   * @throws StartRefused as {@link #start}
   */
  public Attempt load(SavedCrossing crossing, Confirmed confirmed) {
    return start(
        crossing,
        new Start(
            Station.LOAD,
            Optional.empty(),
            Optional.empty(),
            Optional.of(confirmed),
            StationRunner.Task.RUN));
  }

  /**
   * Starts Export with a fixture that was handed in, in the place of the source's rows.
   *
   * @param fixture the only file of a folder, which is deleted when the attempt has ended
   * @throws StartRefused as {@link #start}
   */
  Attempt handIn(SavedCrossing crossing, Path fixture) {
    return start(
        crossing,
        new Start(
            Station.EXPORT,
            Optional.empty(),
            Optional.of(fixture),
            Optional.empty(),
            StationRunner.Task.RUN));
  }

  /**
   * Starts the comparison of the ordered fixture with the target, which changes nothing.
   *
   * @throws StartRefused as {@link #start}
   */
  public Attempt review(SavedCrossing crossing) {
    return start(crossing, Start.of(Station.LOAD, StationRunner.Task.REVIEW));
  }

  private synchronized Attempt start(SavedCrossing crossing, Start start) {
    Station station = start.station();
    refuseWhileRunning(crossing.id());
    Map<Station, StationStatus> statuses = crossings.statuses(crossing.id());
    List<Station> waitsFor = statuses.get(station).waitsFor();
    if (ending) {
      throw new StartRefused("The console is ending. Start it again first.");
    }
    if (!waitsFor.isEmpty()) {
      throw new StartRefused(
          "Station " + station.slug() + " is closed. Do first: " + slugs(waitsFor) + ".");
    }
    Ingredients ingredients = Ingredients.of(station, crossing.plan(), results(statuses));
    Attempt attempt = attempts.begin(crossing.id(), station, start.task());
    Running run = new Running(attempt, new Cancellation());
    running.put(crossing.id(), run);
    tellState(attempt, AttemptState.RUNNING);
    threads.execute(() -> run(crossing, run, ingredients, start));
    return attempt;
  }

  /** Asks a running station to stop; false where it does not run. */
  public boolean cancel(String crossing, Station station) {
    Running run = running.get(crossing);
    if (run == null || run.attempt.station() != station) {
      return false;
    }
    run.cancellation.request();
    return true;
  }

  /** The station that runs in a crossing. */
  public Optional<Station> running(String crossing) {
    return Optional.ofNullable(running.get(crossing)).map(run -> run.attempt.station());
  }

  /**
   * @throws StartRefused where a station runs: neither another may start nor a setting change
   */
  public void refuseWhileRunning(String crossing) {
    running(crossing)
        .ifPresent(
            station -> {
              throw new StartRefused(
                  "Station "
                      + station.slug()
                      + " of this crossing is running. Wait until it has ended, or cancel it.");
            });
  }

  /** Attempts that the last run of the program left behind did not end: it did. */
  void markInterrupted() {
    for (Attempt attempt : attempts.running()) {
      if (!running.containsKey(attempt.crossing())) {
        attempts.end(attempt.id(), AttemptState.INTERRUPTED, null);
        tellState(attempt, AttemptState.INTERRUPTED);
      }
    }
  }

  /** Stops every run at its next safe point and waits for it. */
  void stop() {
    ending = true;
    running.values().forEach(run -> run.cancellation.request());
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A station did not stop in time; it will be shown as interrupted.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(SavedCrossing crossing, Running run, Ingredients ingredients, Start start) {
    Attempt attempt = run.attempt;
    AttemptState end = AttemptState.FAILED;
    String failure = null;
    try {
      ProgressBoard board = new ProgressBoard(clock, snapshot -> tell(attempt, snapshot));
      StationRunner.Outcome outcome =
          runner.run(
              attempt.station(),
              new StationRunner.Assignment(
                  crossing.plan(),
                  side -> passwords.get(crossing.id(), side),
                  data.of(crossing.id()),
                  start.overwrite(),
                  start.handedIn(),
                  start.confirmed(),
                  start.task()),
              board,
              run.cancellation);
      board.finish();
      switch (start.task()) {
        case RUN -> save(attempt, outcome, ingredients);
        case REVIEW ->
            crossings.saveReview(crossing.id(), ReviewRecord.of(ingredients, clock.instant()));
      }
      end = AttemptState.DONE;
    } catch (Cancellation.Cancelled e) {
      end = ending ? AttemptState.INTERRUPTED : AttemptState.CANCELLED;
    } catch (StationFailure e) {
      // Not with its cause: a server's own message may quote a row.
      LOG.infof(
          "Station %s of crossing %s failed: %s",
          attempt.station().slug(), crossing.id(), e.getMessage());
      failure = e.getMessage();
    } catch (IOException | RuntimeException e) {
      LOG.errorf(
          Trace.of(e), "Station %s of crossing %s broke", attempt.station().slug(), crossing.id());
      failure = "The program broke (" + e.getClass().getSimpleName() + "). Its log says where.";
    } finally {
      start.handedIn().ifPresent(fixture -> HandIn.forget(fixture.getParent()));
      finish(attempt, end, failure);
    }
  }

  private void save(Attempt attempt, StationRunner.Outcome outcome, Ingredients ingredients) {
    StationResult result = outcome.result();
    crossings.saveResult(
        attempt.crossing(),
        attempt.station(),
        new StationRecord(
            result.summary(), result.good(), outcome.sha256(), ingredients, clock.instant()));
  }

  private void tell(Attempt attempt, ProgressSnapshot snapshot) {
    try {
      attempts.progressed(attempt.id(), Json.MAPPER.writeValueAsString(snapshot));
    } catch (IOException e) {
      throw new UncheckedIOException("Writing progress", e);
    }
    events.publish(attempt.crossing(), EventLog.Type.PROGRESS, snapshot);
  }

  private void finish(Attempt attempt, AttemptState state, String failure) {
    try {
      attempts.end(attempt.id(), state, failure);
    } finally {
      // Only now may the next one start: it must find this attempt ended.
      running.remove(attempt.crossing());
    }
    tellState(attempt, state);
  }

  private void tellState(Attempt attempt, AttemptState state) {
    events.publish(
        attempt.crossing(),
        EventLog.Type.STATION,
        Map.of(
            "station", attempt.station().slug(), "attempt", attempt.id(), "state", state.slug()));
  }

  private static Map<Station, String> results(Map<Station, StationStatus> statuses) {
    return statuses.entrySet().stream()
        .filter(entry -> entry.getValue().past().result().isPresent())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().past().result().get().sha256()));
  }

  private static String slugs(List<Station> stations) {
    return stations.stream().map(Station::slug).collect(Collectors.joining(", "));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "station-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
