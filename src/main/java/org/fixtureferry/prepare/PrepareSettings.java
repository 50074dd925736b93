package org.fixtureferry.prepare;

import java.util.Optional;

/**
 * What an operator may say about the target.
 *
 * @param overwrite the name of the target database, where what it holds may be dropped; null where
 *     nobody said so
 */
public record PrepareSettings(String overwrite) {
  public static final PrepareSettings CAREFUL = new PrepareSettings((String) null);

  public PrepareSettings(Optional<String> overwrite) {
    this(overwrite.orElse(null));
  }
}
