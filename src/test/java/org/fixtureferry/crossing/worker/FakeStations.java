package org.fixtureferry.crossing.worker;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fixtureferry.crossing.PlanStationRunner;
import org.fixtureferry.crossing.ResultFiles;
import org.fixtureferry.crossing.StationRunner;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Sha256;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.StationResult;

/**
 * Stations that do what the test says next, with {@link #next}, and are done at once where it says
 * nothing.
 */
@Alternative
@Priority(1)
@Singleton
public class FakeStations implements StationRunner {
  /** What a station does in place of its work. */
  @FunctionalInterface
  public interface Work {
    void go(ProgressListener listener, Cancellation cancellation) throws InterruptedException;
  }

  /** A result that has only a summary. */
  public record FakeResult(
      Station station, String summary, List<CheckResult> checks, List<Finding> findings)
      implements StationResult {}

  private final PlanStationRunner realStations;
  private volatile boolean real;
  private final Map<Station, StationResult> left = new ConcurrentHashMap<>();
  private final BlockingQueue<Work> works = new LinkedBlockingQueue<>();
  private volatile String summary = "1,075 objects, 412 kB";

  FakeStations(PlanStationRunner realStations) {
    this.realStations = realStations;
  }

  /** From now on the real stations run. */
  public void beReal() {
    real = true;
  }

  /**
   * The result that its station's next runs leave in the crossing's folder; else they leave none.
   */
  public void leaves(StationResult result) {
    left.put(result.station(), result);
  }

  public void next(Work work) {
    works.add(work);
  }

  /** The result of the next runs. */
  public void gives(String newSummary) {
    summary = newSummary;
  }

  public void forget() {
    works.clear();
    left.clear();
    real = false;
    gives("1,075 objects, 412 kB");
  }

  /** Runs until it is cancelled. */
  public static void untilCancelled(ProgressListener listener, Cancellation cancellation)
      throws InterruptedException {
    for (long done = 0; ; done += 100) {
      listener.progressed(
          new Progress(
              Station.EXPORT, "Reading rows", "edumanage.contact", done, 5_000, done, 100_000));
      cancellation.check();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  public static void fails(String message) {
    throw new StationFailure(message);
  }

  @Override
  public Outcome run(
      Station station,
      Assignment assignment,
      ProgressListener listener,
      Cancellation cancellation) {
    try {
      if (real) {
        return realStations.run(station, assignment, listener, cancellation);
      }
      Work work = works.poll();
      if (work != null) {
        work.go(listener, cancellation);
      }
      StationResult result = new FakeResult(station, summary, List.of(), List.of());
      if (left.containsKey(station)) {
        ResultFiles.write(assignment.folder(), left.get(station));
      }
      return new Outcome(result, Sha256.of(summary));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
