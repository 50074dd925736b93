package org.fixtureferry.crossing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fixtureferry.load.LoadForecast;
import org.fixtureferry.load.LoadResult;
import org.fixtureferry.load.LoadSettings;
import org.fixtureferry.report.Finding;

/**
 * The stored diff before an import, and what the import would do under the policy in force.
 *
 * @param diff how the target stood when it was compared
 * @param made when that was
 * @param changed what it was made from and is no longer so: slugs of stations, keys of settings; an
 *     import that ran since is among them
 */
public record Review(LoadResult diff, Instant made, List<String> changed, LoadSettings policy) {
  private static final String ONLY_IN_TARGET = "only-in-target";

  /** Findings that are another way to say what the policy decides, as it was then. */
  public static final Set<String> OF_POLICY = Set.of(ONLY_IN_TARGET, "changed-in-target");

  public Review {
    changed = List.copyOf(changed);
  }

  /** Whether it is still what an import would be made from. */
  public boolean current() {
    return changed.isEmpty();
  }

  /** What stopped the comparison, or would stop the import whatever the policy. */
  public List<Finding> stopping() {
    return diff.findings().stream()
        .filter(
            finding -> OF_POLICY.contains(finding.check()) ? stopsACopy(finding) : finding.stops())
        .toList();
  }

  /** Models are counted in the forecast; tables that no model knows are not. */
  private boolean stopsACopy(Finding finding) {
    boolean stops =
        finding.check().equals(ONLY_IN_TARGET)
            ? policy.onlyInTarget() == LoadSettings.OnlyInTarget.STOP
            : policy.changedOf("") == LoadSettings.Changed.STOP;
    return finding.model() == null && stops;
  }

  /** What is worth a look and stops nothing. */
  public List<Finding> toLookAt() {
    return diff.findings().stream()
        .filter(finding -> !finding.stops() && !OF_POLICY.contains(finding.check()))
        .toList();
  }

  /** Whether something has to be decided or mended first. */
  public boolean stops() {
    return forecast().stops() || !stopping().isEmpty();
  }

  public LoadForecast forecast() {
    return LoadForecast.of(diff.models(), policy);
  }
}
