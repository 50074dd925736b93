package org.fixtureferry.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final RateLimit limit =
      new RateLimit(2, Duration.ofMinutes(1), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Test
  void makesOnlyThatAddressWaitThatFailedTooOften() {
    limit.failed("a");
    assertThat(limit.wait("a")).isZero();
    limit.failed("a");

    assertThat(limit.wait("a")).isEqualTo(Duration.ofMinutes(1));
    assertThat(limit.wait("b")).isZero();
  }

  @Test
  void forgetsFailuresOnceItWorked() {
    limit.failed("a");
    limit.failed("a");
    limit.succeeded("a");

    assertThat(limit.wait("a")).isZero();
  }
}
