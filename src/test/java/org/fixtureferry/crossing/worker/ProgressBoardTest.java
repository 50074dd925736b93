package org.fixtureferry.crossing.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.Station;
import org.junit.jupiter.api.Test;

class ProgressBoardTest {
  private final HandClock clock = new HandClock();
  private final List<ProgressSnapshot> told = new ArrayList<>();
  private final ProgressBoard board = new ProgressBoard(clock, told::add);

  @Test
  void tellsAboutOnceASecond() {
    for (int i = 1; i <= 100; i++) {
      board.progressed(rows("a.b", i));
      clock.forward(Duration.ofMillis(100));
    }
    assertThat(told).hasSize(10);
    assertThat(told.get(9).rate()).isEqualTo(10);
  }

  @Test
  void tellsANewPhaseAtOnceAndBeginsItsModelsAnew() {
    board.progressed(rows("a.b", 5));
    board.progressed(Progress.phase(Station.EXPORT, "Counting"));

    assertThat(told)
        .extracting(ProgressSnapshot::phase)
        .containsExactly("Reading rows", "Counting");
    assertThat(told.get(1).steps()).isEmpty();
  }

  @Test
  void tellsTheLastWordsAtTheEnd() {
    board.progressed(rows("a.b", 1));
    board.progressed(rows("a.c", 2));
    board.finish();
    board.finish();

    assertThat(told).hasSize(2);
    assertThat(told.get(1).steps())
        .containsExactly(
            new ProgressSnapshot.Step("a.b", 1, 10, false),
            new ProgressSnapshot.Step("a.c", 2, 10, true));
  }

  private static Progress rows(String model, long done) {
    return new Progress(Station.EXPORT, "Reading rows", model, done, 10, done, 1_000);
  }

  /** A clock that goes on when it is told to. */
  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T21:14:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
