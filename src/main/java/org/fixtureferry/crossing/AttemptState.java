package org.fixtureferry.crossing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How one attempt to run a station stands. */
public enum AttemptState {
  /** There was no attempt. */
  NONE,
  RUNNING,
  DONE,
  FAILED,
  /** The operator stopped it. */
  CANCELLED,
  /** The program ended while it ran. */
  INTERRUPTED;

  @JsonValue
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
