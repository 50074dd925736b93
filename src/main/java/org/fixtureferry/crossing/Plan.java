package org.fixtureferry.crossing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.fixtureferry.verify.Acceptance;

/**
 * All that may be said about a crossing, as plan.yaml says it. Only profile, source and target are
 * required.
 *
 * @param reorder labels of models; null for the computed order
 * @param lock tables (where nothing is given), server or none
 * @param conflicts by model or "default": update, keep, stop; "only-in-target": stop, remove, keep
 * @param timeZone zone of the old settings; by itself converts nothing
 * @param decisions by check: one decision, or decisions by "default", model or model.field
 * @param accepted differences that the operator has seen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Plan(
    String profile,
    PlanEndpoint source,
    PlanEndpoint target,
    PlanExport export,
    List<String> reorder,
    String lock,
    Map<String, String> conflicts,
    String timeZone,
    Map<String, JsonNode> decisions,
    List<Acceptance> accepted) {

  public Plan {
    if (profile == null || profile.isBlank()) {
      throw new PlanFault("profile: name the profile, such as djnro-0.8.");
    }
    if (source == null) {
      throw new PlanFault("source: give host, database, user and passwordEnv of the old database.");
    }
    if (target == null) {
      throw new PlanFault("target: give host, database, user and passwordEnv of the new database.");
    }
    export = export == null ? PlanExport.DEFAULT : export;
    reorder = reorder == null ? null : List.copyOf(reorder);
    conflicts = conflicts == null ? Map.of() : Map.copyOf(conflicts);
    decisions = decisions == null ? Map.of() : Map.copyOf(decisions);
    accepted = accepted == null ? List.of() : List.copyOf(accepted);
  }
}
