package org.fixtureferry.load;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.report.Decisions;

/**
 * What may be chosen about a load.
 *
 * @param exclude apps and models that the fixture leaves out: nothing of them is touched in the
 *     target
 * @param changed what to do with objects that stand in the target with other values, by model;
 *     "default" for the rest
 * @param decisions about models and fields that the profile does not know
 * @param timeZone in which the target's application keeps its naive dates; empty where nobody said
 * @param confirmed the numbers that an operator has seen and said yes to; empty where nobody looked
 */
public record LoadSettings(
    List<String> exclude,
    OnlyInTarget onlyInTarget,
    Map<String, Changed> changed,
    @JsonIgnore Decisions decisions,
    @JsonIgnore Optional<ZoneId> timeZone,
    @JsonIgnore Optional<Confirmed> confirmed) {
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

  /** Nothing decided beyond the policy. */
  public LoadSettings(
      List<String> exclude, OnlyInTarget onlyInTarget, Map<String, Changed> changed) {
    this(exclude, onlyInTarget, changed, Decisions.NONE, Optional.empty(), Optional.empty());
  }

  public LoadSettings {
    exclude = List.copyOf(exclude);
    changed = Map.copyOf(changed);
  }

  public LoadSettings with(Confirmed numbers) {
    return new LoadSettings(
        exclude, onlyInTarget, changed, decisions, timeZone, Optional.of(numbers));
  }

  public Changed changedOf(String model) {
    return changed.getOrDefault(model, changed.getOrDefault("default", Changed.UPDATE));
  }
}
