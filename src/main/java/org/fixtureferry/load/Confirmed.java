package org.fixtureferry.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Wording;

/** How every model stood when an operator looked and said yes: a load does that, or nothing. */
public record Confirmed(List<ModelDiff> models) {
  static final String CHECK = "changed-since-review";

  public Confirmed {
    models = List.copyOf(models);
  }

  /** Where the target or the fixture is no longer so; empty where all is. */
  List<Finding> notSo(List<ModelDiff> now) {
    Map<String, ModelDiff> seen = byModel(models);
    Map<String, ModelDiff> found = byModel(now);
    Set<String> labels = new LinkedHashSet<>(seen.keySet());
    labels.addAll(found.keySet());
    List<Finding> findings = new ArrayList<>();
    for (String label : labels) {
      ModelDiff before = seen.getOrDefault(label, none(label));
      ModelDiff after = found.getOrDefault(label, none(label));
      if (!seen(before).equals(seen(after))) {
        findings.add(
            Finding.of(
                    CHECK,
                    Severity.STOPS,
                    label
                        + " no longer stands as it did when you looked ("
                        + words(before)
                        + "): now "
                        + words(after)
                        + ". Compare again, then decide.")
                .at(label, null));
      }
    }
    return findings;
  }

  /** Without what depends on the policy, which may have been chosen after the look. */
  private static ModelDiff seen(ModelDiff diff) {
    return new ModelDiff(
        diff.model(),
        diff.added(),
        diff.changed(),
        diff.same(),
        diff.onlyInTarget(),
        diff.provisional(),
        diff.prepared(),
        new ModelDiff.Clashes(diff.clashes().all(), diff.clashes().ofNew(), 0, 0));
  }

  private static Map<String, ModelDiff> byModel(List<ModelDiff> models) {
    return models.stream()
        .collect(
            Collectors.toMap(
                ModelDiff::model,
                Function.identity(),
                (one, other) -> one,
                java.util.LinkedHashMap::new));
  }

  private static ModelDiff none(String label) {
    return new ModelDiff(label, 0, 0, 0, 0, 0, 0);
  }

  private static String words(ModelDiff diff) {
    return Wording.number(diff.added())
        + " new, "
        + Wording.number(diff.changed())
        + " changed, "
        + Wording.number(diff.same())
        + " the same, "
        + Wording.number(diff.onlyInTarget())
        + " only in the target";
  }
}
