package org.fixtureferry.reorder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.report.Wording;

/**
 * What Reorder made.
 *
 * @param input SHA-256 of the fixture that it came from
 * @param order models in the order of the new fixture
 * @param objects by model, in that order
 * @param forward references that point forward in this order
 * @param self references of models to themselves
 * @param cycles groups of models that need each other
 */
public record ReorderResult(
    String file,
    String input,
    String sha256,
    long size,
    List<String> order,
    Map<String, Long> objects,
    List<Reference> forward,
    List<Reference> self,
    List<List<String>> cycles,
    List<CheckResult> checks,
    List<Finding> findings)
    implements StationResult {

  public ReorderResult {
    order = List.copyOf(order);
    objects = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(objects));
    forward = List.copyOf(forward);
    self = List.copyOf(self);
    cycles = List.copyOf(cycles);
    checks = List.copyOf(checks);
    findings = List.copyOf(findings);
  }

  @Override
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public Station station() {
    return Station.REORDER;
  }

  @Override
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public String summary() {
    return Wording.count(order.size(), "model")
        + ", "
        + (forward.isEmpty()
            ? "nothing points forward"
            : Wording.count(forward.size(), "forward reference"));
  }
}
