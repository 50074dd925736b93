package org.fixtureferry.crossing;

import java.time.Instant;

/**
 * What is remembered of the stored diff before an import.
 *
 * @param madeFrom as of the import itself, but for the policy: the diff is the same under any
 */
public record ReviewRecord(Ingredients madeFrom, Instant finished) {
  private static final String POLICY = "conflicts";

  /**
   * @param ofLoad what an import would be made from
   */
  public static ReviewRecord of(Ingredients ofLoad, Instant finished) {
    return new ReviewRecord(ofLoad.withoutSetting(POLICY), finished);
  }
}
