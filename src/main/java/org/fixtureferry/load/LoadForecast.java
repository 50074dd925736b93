package org.fixtureferry.load;

import java.util.List;
import org.fixtureferry.load.LoadSettings.Changed;
import org.fixtureferry.load.LoadSettings.OnlyInTarget;

/**
 * What a load would do under a policy, in objects, as counted from a diff.
 *
 * @param added new in the target
 * @param updated written over
 * @param unchanged the same on both sides
 * @param kept different, and the target's values stay
 * @param removed only in the target, taken out
 * @param left only in the target, left there
 * @param provisional made by Prepare, give way to the fixture
 * @param undecided different, or only in the target, and the policy is to stop: as long as there is
 *     one, nothing is written
 * @param held rows that the target held beyond what Prepare made
 */
public record LoadForecast(
    long added,
    long updated,
    long unchanged,
    long kept,
    long removed,
    long left,
    long provisional,
    long undecided,
    long held) {

  public static LoadForecast of(List<ModelDiff> models, LoadSettings settings) {
    long only = models.stream().mapToLong(ModelDiff::onlyInTarget).sum();
    long changedAndStops = changed(models, settings, Changed.STOP);
    OnlyInTarget policy = settings.onlyInTarget();
    return new LoadForecast(
        models.stream().mapToLong(ModelDiff::added).sum(),
        changed(models, settings, Changed.UPDATE),
        models.stream().mapToLong(ModelDiff::same).sum(),
        changed(models, settings, Changed.KEEP),
        policy == OnlyInTarget.REMOVE ? only : 0,
        policy == OnlyInTarget.KEEP ? only : 0,
        models.stream().mapToLong(ModelDiff::provisional).sum(),
        changedAndStops + (policy == OnlyInTarget.STOP ? only : 0) + blocked(models, policy),
        models.stream().mapToLong(ModelDiff::held).sum());
  }

  /** Objects that cannot be written, as another row holds their unique value, and stays. */
  private static long blocked(List<ModelDiff> models, OnlyInTarget policy) {
    return models.stream()
        .map(ModelDiff::clashes)
        .mapToLong(
            clashes ->
                clashes.blocked() + (policy == OnlyInTarget.KEEP ? clashes.withOnlyInTarget() : 0))
        .sum();
  }

  private static long changed(List<ModelDiff> models, LoadSettings settings, Changed policy) {
    return models.stream()
        .filter(model -> settings.changedOf(model.model()) == policy)
        .mapToLong(ModelDiff::changed)
        .sum();
  }

  /** Whether something has to be decided first. */
  public boolean stops() {
    return undecided > 0;
  }

  /** Objects of the fixture that would be written. */
  public long written() {
    return added + updated;
  }

  public boolean changesNothing() {
    return written() + removed + provisional == 0;
  }
}
