package org.fixtureferry.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * The stations of a crossing in their order; the slug is the same in URLs, plan, JSON and packages.
 */
public enum Station {
  HOST,
  CONNECT,
  PREPARE,
  EXPORT,
  REORDER,
  LOAD,
  VERIFY,
  UPGRADE,
  CUTOVER;

  @JsonValue
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds a station by its slug.
   *
   * @throws IllegalArgumentException where no station has that slug
   */
  public static Station of(String slug) {
    return Arrays.stream(values())
        .filter(station -> station.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no station \"" + slug + "\"."));
  }
}
