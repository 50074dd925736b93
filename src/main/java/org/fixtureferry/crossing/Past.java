package org.fixtureferry.crossing;

import java.util.Optional;

/**
 * What a station has behind it.
 *
 * @param lastAttempt how its last attempt stands
 * @param result its last result, which outlives later attempts that gave none
 */
public record Past(AttemptState lastAttempt, Optional<StationRecord> result) {
  public static final Past NONE = new Past(AttemptState.NONE, Optional.empty());
}
