package org.fixtureferry.prepare;

import java.util.Optional;
import org.fixtureferry.report.Decisions;

/**
 * What an operator may say about the target.
 *
 * @param overwrite the name of the target database, where what it holds may be dropped; null where
 *     nobody said so
 * @param decisions what is to be made beyond the profile: wider columns, unknown tables and columns
 */
public record PrepareSettings(String overwrite, Decisions decisions) {
  public static final PrepareSettings CAREFUL = new PrepareSettings((String) null);

  public PrepareSettings(String overwrite) {
    this(overwrite, Decisions.NONE);
  }

  public PrepareSettings(Optional<String> overwrite, Decisions decisions) {
    this(overwrite.orElse(null), decisions);
  }
}
