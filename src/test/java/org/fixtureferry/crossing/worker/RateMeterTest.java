package org.fixtureferry.crossing.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateMeterTest {
  private final RateMeter meter = new RateMeter();

  @Test
  void knowsTheRateOfTheLastSeconds() {
    for (int second = 0; second < 10; second++) {
      meter.sample(at(second), second < 5 ? 0 : (second - 4) * 500L, 10_000);
    }
    assertThat(meter.rate()).isEqualTo(500);
  }

  @Test
  void saysNothingOfTheEndUntilTheGuessesAgree() {
    meter.sample(at(0), 0, 1_000);
    meter.sample(at(1), 100, 1_000);
    assertThat(meter.secondsLeft(at(1))).isEmpty();
    for (int second = 2; second < 6; second++) {
      meter.sample(at(second), second * 100L, 1_000);
    }
    assertThat(meter.secondsLeft(at(5))).hasValue(5);
  }

  @Test
  void keepsTheChartShort() {
    for (int second = 0; second < 5_000; second++) {
      meter.sample(at(second), second * 7L, -1);
    }
    assertThat(meter.points()).hasSizeBetween(60, 121).endsWith(7L);
    assertThat(meter.secondsLeft(at(5_000))).isEmpty();
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(1_000_000L + second);
  }
}
