package org.fixtureferry.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the operator decided about findings.
 *
 * @param byCheck by check, then by place: "default", a model ("edumanage.instserver") or a field of
 *     one ("edumanage.instserver.instid"); of what no model knows, its table or column
 *     ("local_notes"); the most specific place wins
 */
public record Decisions(Map<String, Map<String, String>> byCheck) {
  public static final Decisions NONE = new Decisions(Map.of());

  private static final String DEFAULT = "default";

  public Decisions {
    Map<String, Map<String, String>> copy = new LinkedHashMap<>();
    byCheck.forEach((check, places) -> copy.put(check, Map.copyOf(places)));
    byCheck = Map.copyOf(copy);
  }

  /** The decision for a place; null where none was taken. */
  public String of(String check, String model, String field) {
    Map<String, String> places = byCheck.getOrDefault(check, Map.of());
    String byField = field == null ? null : places.get(model + "." + field);
    if (byField != null) {
      return byField;
    }
    String byModel = model == null ? null : places.get(model);
    return byModel != null ? byModel : places.get(DEFAULT);
  }

  /**
   * The finding as it stands after the decisions: a stop that was decided otherwise stops nothing
   * more, and whatever else was decided to stop does. Where nothing was decided, the first decision
   * that the finding offers is taken.
   */
  public Finding apply(Finding finding) {
    if (finding.decisions().isEmpty()) {
      return finding;
    }
    String said = of(finding.check(), finding.place(), finding.part());
    String taken = said != null && offers(finding, said) ? said : finding.decisions().get(0);
    return taken.equals("stop")
        ? finding.weighing(Severity.STOPS).decide(finding.decisions(), null)
        : finding.decide(finding.decisions(), taken);
  }

  /** A decision may carry a value of its own after its word: "set-date 2001-01-01". */
  private static boolean offers(Finding finding, String said) {
    String word = said.split(" ", 2)[0];
    return finding.decisions().stream().anyMatch(each -> each.split(" ", 2)[0].equals(word));
  }
}
