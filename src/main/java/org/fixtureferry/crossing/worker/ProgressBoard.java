package org.fixtureferry.crossing.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.fixtureferry.export.ExportFixture;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;

/**
 * Turns the many small words of a station into about one snapshot a second. A new phase is told at
 * once.
 */
final class ProgressBoard implements ProgressListener {
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Clock clock;
  private final Consumer<ProgressSnapshot> reader;
  private final Instant started;
  private final Map<String, Progress> steps = new LinkedHashMap<>();
  private RateMeter meter = new RateMeter();
  private Progress latest;
  private Instant lastTold = Instant.EPOCH;
  private Instant held;
  private boolean untold;

  ProgressBoard(Clock clock, Consumer<ProgressSnapshot> reader) {
    this.clock = clock;
    this.reader = reader;
    this.started = clock.instant();
  }

  @Override
  public synchronized void progressed(Progress progress) {
    if (!ExportFixture.holdsTheSource(progress.phase())) {
      held = null;
    } else if (held == null) {
      held = clock.instant();
    }
    boolean newPhase = latest == null || !Objects.equals(latest.phase(), progress.phase());
    if (newPhase) {
      steps.clear();
      meter = new RateMeter();
    }
    if (progress.subject() != null) {
      steps.put(progress.subject(), progress);
    }
    latest = progress;
    untold = true;
    if (newPhase || !clock.instant().isBefore(lastTold.plus(INTERVAL))) {
      tell();
    }
  }

  /** Tells the last words, which the interval held back. */
  synchronized void finish() {
    if (untold) {
      tell();
    }
  }

  private void tell() {
    Instant now = clock.instant();
    meter.sample(now, latest.done(), latest.total());
    lastTold = now;
    untold = false;
    reader.accept(snapshot(now));
  }

  private ProgressSnapshot snapshot(Instant now) {
    OptionalLong left = meter.secondsLeft(now);
    List<ProgressSnapshot.Step> models = new ArrayList<>();
    steps.forEach(
        (name, step) ->
            models.add(
                new ProgressSnapshot.Step(
                    name, step.subjectDone(), step.subjectTotal(), name.equals(latest.subject()))));
    return new ProgressSnapshot(
        latest.station(),
        latest.phase(),
        latest.subject(),
        latest.done(),
        latest.total(),
        latest.unit(),
        Duration.between(started, now).toSeconds(),
        held == null ? null : Duration.between(held, now).toSeconds(),
        meter.rate(),
        left.isPresent() ? left.getAsLong() : null,
        models,
        meter.points());
  }
}
