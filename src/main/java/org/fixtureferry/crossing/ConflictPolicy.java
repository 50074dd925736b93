package org.fixtureferry.crossing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.django.Profile;
import org.fixtureferry.load.LoadSettings;
import org.fixtureferry.report.Decisions;

/** The words of a plan's "conflicts": what happens to rows that stand in the target already. */
public final class ConflictPolicy {
  public static final String KEY = "conflicts";
  public static final String DEFAULT = "default";
  public static final String ONLY_IN_TARGET = "only-in-target";

  private ConflictPolicy() {}

  /**
   * @throws PlanFault where a model or a word is unknown
   */
  static LoadSettings read(
      Map<String, String> conflicts,
      Profile profile,
      List<String> exclude,
      Decisions decisions,
      Optional<ZoneId> timeZone) {
    Map<String, LoadSettings.Changed> changed = new HashMap<>();
    conflicts.forEach(
        (model, word) -> {
          if (model.equals(ONLY_IN_TARGET)) {
            return;
          }
          if (!model.equals(DEFAULT) && profile.model(model).isEmpty()) {
            throw new PlanFault(
                "conflicts: profile " + profile.name() + " has no model " + model + ".");
          }
          changed.put(
              model.equals(DEFAULT) ? model : profile.require(model).label(),
              Words.choose(
                  KEY + "." + model,
                  word,
                  LoadSettings.Changed.values(),
                  LoadSettings.Changed.UPDATE));
        });
    LoadSettings.OnlyInTarget onlyInTarget =
        Words.choose(
            KEY + "." + ONLY_IN_TARGET,
            conflicts.get(ONLY_IN_TARGET),
            LoadSettings.OnlyInTarget.values(),
            LoadSettings.OnlyInTarget.STOP);
    return new LoadSettings(exclude, onlyInTarget, changed, decisions, timeZone, Optional.empty());
  }

  /**
   * The policy that a stored plan holds.
   *
   * @param conflicts null for none
   * @throws IllegalArgumentException where it will not do; the message begins with which
   */
  public static LoadSettings of(JsonNode conflicts, Profile profile) {
    Map<String, String> words = new HashMap<>();
    if (conflicts != null && !conflicts.isNull()) {
      if (!conflicts.isObject()) {
        throw new IllegalArgumentException(
            "conflicts: an object such as {\"default\": \"update\", \"only-in-target\": \"stop\"}");
      }
      conflicts.properties().forEach(each -> words.put(each.getKey(), each.getValue().asText()));
    }
    try {
      return read(words, profile, List.of(), Decisions.NONE, Optional.empty());
    } catch (PlanFault e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
