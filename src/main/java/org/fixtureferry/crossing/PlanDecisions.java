package org.fixtureferry.crossing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fixtureferry.fixture.FixtureDialect;
import org.fixtureferry.report.Decisions;

/**
 * What a plan may decide, by check. A word that no check offers is refused: a decision must never
 * be passed over.
 */
final class PlanDecisions {
  private static final Set<String> OF_A_FIXTURE =
      Set.of(FixtureDialect.STOP, FixtureDialect.IGNORE);

  private static final Map<String, Set<String>> OFFERED =
      Map.ofEntries(
          Map.entry("orphan-foreign-key", Set.of("stop", "leave-out", "set-null", "reject")),
          Map.entry("orphan-many-to-many", Set.of("leave-out", "stop")),
          Map.entry("dangling-generic-key", Set.of("carry-over", "leave-out")),
          Map.entry("stale-content-type", Set.of("stop", "leave-out", "set-null")),
          Map.entry("zero-date", Set.of("stop", "set-null", "set-date")),
          Map.entry("mojibake", Set.of("stop", "carry-over", "repair")),
          Map.entry("boolean-range", Set.of("stop", "treat-as-true")),
          Map.entry("does-not-fit", Set.of("stop", "widen")),
          Map.entry("duplicate-key", Set.of("stop", "leave-out")),
          Map.entry("unknown-table", Set.of("leave-behind", "copy")),
          Map.entry("unknown-column", Set.of("leave-behind", "copy")),
          Map.entry("custom-permission", Set.of("carry-over", "leave-out")),
          Map.entry("null-multiselect", Set.of("carry-over", "set-empty")),
          Map.entry("broken-json", Set.of("carry-over", "set-null", "set-empty")),
          Map.entry("odd-primary-key", Set.of("carry-over", "stop")),
          Map.entry("surrogate-pair", Set.of("carry-over", "stop")),
          Map.entry("south-state", Set.of("stop", "go-on")),
          Map.entry(FixtureDialect.UNKNOWN_MODEL, OF_A_FIXTURE),
          Map.entry(FixtureDialect.UNKNOWN_FIELD, OF_A_FIXTURE));

  /** The checks that only the load acts upon. */
  static final Set<String> AT_LOAD =
      Set.of(FixtureDialect.UNKNOWN_MODEL, FixtureDialect.UNKNOWN_FIELD);

  private PlanDecisions() {}

  /**
   * The plan's decisions by check and place.
   *
   * @throws PlanFault where a check or a decision is unknown
   */
  static Decisions read(Map<String, JsonNode> decisions) {
    Map<String, Map<String, String>> byCheck = new LinkedHashMap<>();
    decisions.forEach(
        (check, said) -> {
          Set<String> offered = OFFERED.get(check);
          if (offered == null) {
            throw new PlanFault(
                "decisions: there is no check \""
                    + check
                    + "\" to decide. There are: "
                    + String.join(", ", new TreeSet<>(OFFERED.keySet()))
                    + ".");
          }
          Map<String, String> places = new LinkedHashMap<>();
          if (said.isObject()) {
            said.properties()
                .forEach(
                    place -> places.put(place.getKey(), word(check, place.getValue(), offered)));
          } else {
            places.put("default", word(check, said, offered));
          }
          byCheck.put(check, places);
        });
    return new Decisions(byCheck);
  }

  private static String word(String check, JsonNode said, Set<String> offered) {
    String decision = said.isTextual() ? said.asText().split(" ", 2)[0] : "";
    if (!offered.contains(decision)) {
      throw new PlanFault(
          "decisions."
              + check
              + ": \""
              + said.asText()
              + "\" is not offered. One of: "
              + String.join(", ", new TreeSet<>(offered))
              + ".");
    }
    return said.asText();
  }
}
