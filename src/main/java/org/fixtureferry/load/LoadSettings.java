package org.fixtureferry.load;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What may be chosen about a load.
 *
 * @param exclude apps and models that the fixture leaves out: nothing of them is touched in the
 *     target
 * @param changed what to do with objects that stand in the target with other values, by model;
 *     "default" for the rest
 */
public record LoadSettings(
    List<String> exclude, OnlyInTarget onlyInTarget, Map<String, Changed> changed) {
  /** Rows that neither Prepare made nor the fixture holds. */
  public enum OnlyInTarget {
    STOP,
    REMOVE,
    KEEP;

    @JsonValue
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Objects whose values differ in the target. */
  public enum Changed {
    /** The fixture's values win, as loaddata does it. */
    UPDATE,
    /** The target's values stay. */
    KEEP,
    STOP;

    @JsonValue
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public LoadSettings {
    exclude = List.copyOf(exclude);
    changed = Map.copyOf(changed);
  }

  public Changed changedOf(String model) {
    return changed.getOrDefault(model, changed.getOrDefault("default", Changed.UPDATE));
  }
}
