package org.fixtureferry.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts failed attempts by where they come from, and says when it is enough for now. */
final class RateLimit {
  private final int allowed;
  private final Duration window;
  private final Clock clock;
  private final Map<String, Deque<Instant>> failures = new HashMap<>();

  RateLimit(int allowed, Duration window, Clock clock) {
    this.allowed = allowed;
    this.window = window;
    this.clock = clock;
  }

  /** How long to wait before the next attempt; zero where it may be made now. */
  synchronized Duration wait(String from) {
    forgetOld();
    Deque<Instant> times = failures.get(from);
    return times == null || times.size() < allowed
        ? Duration.ZERO
        : Duration.between(clock.instant(), times.getFirst().plus(window));
  }

  synchronized void failed(String from) {
    failures.computeIfAbsent(from, key -> new ArrayDeque<>()).addLast(clock.instant());
  }

  synchronized void succeeded(String from) {
    failures.remove(from);
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(window);
    failures
        .values()
        .removeIf(
            times -> {
              times.removeIf(time -> !time.isAfter(oldest));
              return times.isEmpty();
            });
  }
}
