package org.fixtureferry.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a station of a crossing stands. */
public enum StationState {
  /** Waits for an earlier station. */
  CLOSED,
  READY,
  RUNNING,
  /** The program ended while it ran. */
  INTERRUPTED,
  FAILED,
  DONE,
  /** Done, but something that it was made from has changed since. */
  STALE;

  @JsonValue
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
