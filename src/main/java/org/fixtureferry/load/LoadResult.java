package org.fixtureferry.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.report.Wording;

/**
 * What Load found and did.
 *
 * @param input SHA-256 of the fixture
 * @param dryRun whether it only looked
 * @param loaded whether the target was changed and committed
 * @param models how each model stood in the target before
 * @param added objects written that the target did not have
 * @param updated objects written over
 * @param removed rows taken out: provisional ones, and those only in the target where that was
 *     decided
 */
public record LoadResult(
    String input,
    boolean dryRun,
    boolean loaded,
    List<ModelDiff> models,
    long added,
    long updated,
    long removed,
    List<CheckResult> checks,
    List<Finding> findings)
    implements StationResult {

  public LoadResult {
    models = List.copyOf(models);
    checks = List.copyOf(checks);
    findings = List.copyOf(findings);
  }

  @Override
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public Station station() {
    return Station.LOAD;
  }

  @Override
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public String summary() {
    if (dryRun) {
      return "would write "
          + Wording.count(added, "new object")
          + ", change "
          + Wording.number(updated)
          + ", remove "
          + Wording.number(removed);
    }
    if (!good()) {
      return "nothing was changed";
    }
    return added + updated + removed == 0
        ? "the target already held everything"
        : Wording.count(added, "new object")
            + ", "
            + Wording.number(updated)
            + " changed, "
            + Wording.number(removed)
            + " removed";
  }
}
