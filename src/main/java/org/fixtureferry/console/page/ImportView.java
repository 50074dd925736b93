package org.fixtureferry.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fixtureferry.crossing.ConflictPolicy;
import org.fixtureferry.crossing.Review;
import org.fixtureferry.load.LoadForecast;
import org.fixtureferry.load.LoadResult;
import org.fixtureferry.load.LoadSettings;
import org.fixtureferry.load.ModelDiff;
import org.fixtureferry.report.Bar;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ReportSection.Share;
import org.fixtureferry.report.ReportSection.Tone;

/**
 * The import as its page shows it.
 *
 * @param review the stored diff; null where there is none
 * @param result of the last import; null where there was none
 */
public record ImportView(Review review, LoadResult result) {

  /** A choice of the policy, and what it would do. */
  public record Choice(String word, String label, String effect, boolean chosen) {}

  /** A model with objects that differ, and what happens to them. */
  public record ModelPolicy(ModelDiff model, String chosen) {
    /** As the plan, and a word about what is wrong, name it. */
    public String key() {
      return ConflictPolicy.KEY + "." + model.model();
    }
  }

  /** Whether an import can be decided on the strength of the diff. */
  public boolean current() {
    return review != null && review.current();
  }

  public boolean outdated() {
    return review != null && !review.current();
  }

  /** Why the diff no longer holds. */
  public String outdatedReason() {
    return Frames.allChanged(review.changed());
  }

  public LoadForecast forecast() {
    return review.forecast();
  }

  /** How the models stood: of the diff, or of the import where that is the newer one. */
  public List<ModelDiff> models() {
    return review.diff().models();
  }

  public long total(String column) {
    return models().stream()
        .mapToLong(
            model ->
                switch (column) {
                  case "new" -> model.added();
                  case "changed" -> model.changed();
                  case "same" -> model.same();
                  case "only-in-target" -> model.onlyInTarget();
                  case "conflict" -> conflicts(model);
                  default -> model.provisional();
                })
        .sum();
  }

  /** Objects of a model that stand against the target's rows under the policy in force. */
  public long conflicts(ModelDiff model) {
    return model.conflicts(review.policy().changedOf(model.model()));
  }

  /** Whether something stands against the import that the policy does not decide. */
  public boolean stopped() {
    return !review.stopping().isEmpty();
  }

  /** What the comparison found, heaviest first. */
  public List<FindingGroup> findings() {
    return FindingGroup.of(
        Stream.concat(review.stopping().stream(), review.toLookAt().stream()).toList());
  }

  public boolean decidable() {
    return FindingGroup.open(findings());
  }

  public Bar bar() {
    return bar(review.diff());
  }

  public Bar resultBar() {
    return bar(result);
  }

  private static Bar bar(LoadResult diff) {
    LoadSettings any =
        new LoadSettings(List.of(), LoadSettings.OnlyInTarget.KEEP, java.util.Map.of());
    LoadForecast totals = LoadForecast.of(diff.models(), any);
    return Bar.of(
        List.of(
            new Share(Texts.text("load_kind_new"), totals.added(), Tone.GOOD),
            new Share(Texts.text("load_kind_changed"), totals.updated(), Tone.ATTENTION),
            new Share(Texts.text("load_kind_same"), totals.unchanged(), Tone.NEUTRAL),
            new Share(Texts.text("load_kind_only-in-target"), totals.left(), Tone.BAD)));
  }

  /**
   * Objects and rows of the target that stay as they are though the fixture would have it
   * otherwise.
   */
  public long keptRows() {
    return forecast().kept() + forecast().left();
  }

  /** Whether something stands in the target that a policy decides about. */
  public boolean hasConflicts() {
    return total("changed") + total("only-in-target") > 0;
  }

  public List<Choice> onlyInTargetChoices() {
    long rows = total("only-in-target");
    return List.of(LoadSettings.OnlyInTarget.values()).stream()
        .map(each -> choice("load_only", each.slug(), rows, each == review.policy().onlyInTarget()))
        .toList();
  }

  public List<Choice> changedChoices() {
    LoadSettings.Changed chosen = review.policy().changedOf("");
    long objects =
        models().stream()
            .filter(model -> ownPolicy(model).isEmpty())
            .mapToLong(ModelDiff::changed)
            .sum();
    return List.of(
            LoadSettings.Changed.UPDATE, LoadSettings.Changed.KEEP, LoadSettings.Changed.STOP)
        .stream()
        .map(each -> choice("load_changed", each.slug(), objects, each == chosen))
        .toList();
  }

  private static Choice choice(String group, String word, long count, boolean chosen) {
    return new Choice(
        word,
        Texts.text(group + "_" + word),
        Texts.text(group + "_" + word + "_effect", count),
        chosen);
  }

  /** The models that differ, with the policy of their own where they have one. */
  public List<ModelPolicy> modelPolicies() {
    List<ModelPolicy> policies = new ArrayList<>();
    for (ModelDiff model : models()) {
      if (model.changed() > 0) {
        policies.add(new ModelPolicy(model, ownPolicy(model)));
      }
    }
    return policies;
  }

  private String ownPolicy(ModelDiff model) {
    LoadSettings.Changed own = review.policy().changed().get(model.model());
    return own == null ? "" : own.slug();
  }

  /** "Import 1,075 objects", "Change 3 objects and remove 1". */
  public String act() {
    return act(forecast());
  }

  static String act(LoadForecast forecast) {
    if (forecast.changesNothing()) {
      return Texts.text("load_act_nothing");
    }
    String first =
        forecast.added() > 0
            ? Texts.text("load_act_import", forecast.written())
            : forecast.updated() > 0 ? Texts.text("load_act_change", forecast.updated()) : "";
    long removed =
        forecast.written() == 0 ? forecast.removed() + forecast.provisional() : forecast.removed();
    if (first.isEmpty()) {
      return Texts.text("load_act_remove", removed);
    }
    return removed == 0 ? first : first + Texts.text("load_act_and_remove", removed);
  }

  /** What the last import could not get past. */
  public List<Finding> stopping() {
    return result.findings().stream().filter(Finding::stops).toList();
  }
}
