package org.fixtureferry.crossing.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/** How fast rows go by, and how long the rest will take. */
final class RateMeter {
  /** Rates are taken over so many samples: at one a second, short enough to follow a slow table. */
  private static final int WINDOW = 6;

  /** Points of the chart; when there are more, neighbours are merged. */
  private static final int POINTS = 120;

  /** Guesses of the time left count as steady once so many differ by less than a quarter. */
  private static final int GUESSES = 4;

  private record Sample(Instant at, long done) {}

  private final Deque<Sample> recent = new ArrayDeque<>();
  private final Deque<Long> ends = new ArrayDeque<>();
  private final List<Long> points = new ArrayList<>();
  private int samplesAPoint = 1;
  private int pending;
  private long pendingSum;

  void sample(Instant at, long done, long total) {
    recent.addLast(new Sample(at, done));
    if (recent.size() > WINDOW) {
      recent.removeFirst();
    }
    if (recent.size() > 1) {
      chart(rate());
    }
    if (total > done && rate() > 0) {
      ends.addLast(at.getEpochSecond() + (total - done) / rate());
      if (ends.size() > GUESSES) {
        ends.removeFirst();
      }
    }
  }

  /** Rows a second, lately. */
  long rate() {
    if (recent.size() < 2) {
      return 0;
    }
    Sample first = recent.getFirst();
    Sample last = recent.getLast();
    long millis = Duration.between(first.at, last.at).toMillis();
    return millis == 0 ? 0 : Math.max(0, (last.done - first.done) * 1_000 / millis);
  }

  /** Seconds until the end; empty as long as the guesses jump about. */
  OptionalLong secondsLeft(Instant now) {
    if (ends.size() < GUESSES) {
      return OptionalLong.empty();
    }
    long left = Math.max(0, ends.getLast() - now.getEpochSecond());
    long spread =
        ends.stream().mapToLong(Long::longValue).max().orElseThrow()
            - ends.stream().mapToLong(Long::longValue).min().orElseThrow();
    return spread <= Math.max(2, left / 4) ? OptionalLong.of(left) : OptionalLong.empty();
  }

  /** Rows a second since the beginning, evenly spaced. */
  List<Long> points() {
    return List.copyOf(points);
  }

  private void chart(long rate) {
    pendingSum += rate;
    if (++pending < samplesAPoint) {
      return;
    }
    points.add(pendingSum / pending);
    pending = 0;
    pendingSum = 0;
    if (points.size() > POINTS) {
      List<Long> halved = new ArrayList<>();
      for (int i = 0; i + 1 < points.size(); i += 2) {
        halved.add((points.get(i) + points.get(i + 1)) / 2);
      }
      points.clear();
      points.addAll(halved);
      samplesAPoint *= 2;
    }
  }
}
