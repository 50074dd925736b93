package org.fixtureferry.crossing.store;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** The time of day, handed to whoever asks for it in a constructor. */
class SystemClock {
  @Produces
  @Singleton
  Clock clock() {
    // As fine as the store keeps it: a time that was just written is the one that is read again.
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
