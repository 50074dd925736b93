package org.fixtureferry.crossing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fixtureferry.report.Sha256;
import org.fixtureferry.report.Station;

/**
 * What a result is made from: the SHA-256 of each earlier result and of each part of the plan, by
 * the station's slug or by "settings." and the plan's key.
 */
public record Ingredients(@JsonValue Map<String, String> hashes) {
  private static final String SETTINGS = "settings.";
  private static final String DECISIONS = "decisions";

  @JsonCreator
  public Ingredients {
    hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
  }

  /**
   * @param results the SHA-256 of each result that there is
   */
  public static Ingredients of(Station station, ObjectNode plan, Map<Station, String> results) {
    Map<String, String> hashes = new TreeMap<>();
    for (Station below : StationOrder.madeFrom(station)) {
      if (results.containsKey(below)) {
        hashes.put(below.slug(), results.get(below));
      }
    }
    for (String key : StationOrder.settings(station)) {
      JsonNode setting = part(station, key, plan.get(key));
      if (setting != null) {
        hashes.put(SETTINGS + key, Sha256.of(setting));
      }
    }
    return new Ingredients(hashes);
  }

  /** Of the decisions only those that the station acts upon; null where it is none. */
  private static JsonNode part(Station station, String key, JsonNode setting) {
    if (!key.equals(DECISIONS) || !(setting instanceof ObjectNode decisions)) {
      return setting;
    }
    ObjectNode own = decisions.deepCopy();
    own.retain(
        decisions.properties().stream()
            .map(Map.Entry::getKey)
            .filter(check -> PlanDecisions.AT_LOAD.contains(check) == (station == Station.LOAD))
            .toList());
    return own.isEmpty() ? null : own;
  }

  /** The same but for one part of the plan, by its key. */
  public Ingredients withoutSetting(String key) {
    Map<String, String> fewer = new TreeMap<>(hashes);
    fewer.remove(SETTINGS + key);
    return new Ingredients(fewer);
  }

  /** The names of what is not the same in both. */
  public List<String> differencesTo(Ingredients other) {
    return Stream.of(hashes, other.hashes)
        .flatMap(each -> each.keySet().stream())
        .distinct()
        .sorted()
        .filter(name -> !Objects.equals(hashes.get(name), other.hashes.get(name)))
        .toList();
  }
}
