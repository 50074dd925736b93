package org.fixtureferry.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a finding does to the crossing. */
public enum Severity {
  /** Nothing goes on until it is mended, decided or accepted. */
  STOPS,
  /** Deserves a look, stops nothing. */
  LOOK,
  /** Said for the record. */
  FINE;

  @JsonValue
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
