package org.fixtureferry.load;

/**
 * How one model stands in the target compared with the fixture, in objects.
 *
 * @param added in the fixture only
 * @param changed in both, with other values
 * @param same in both, alike
 * @param onlyInTarget in the target only, and not made by Prepare
 * @param provisional in the target only, made by Prepare: removed by the load
 * @param prepared of changed and same: rows that Prepare made, untouched since
 * @param clashes of added and changed: objects with a unique value that another row of the target
 *     holds
 */
public record ModelDiff(
    String model,
    long added,
    long changed,
    long same,
    long onlyInTarget,
    long provisional,
    long prepared,
    Clashes clashes) {

  public ModelDiff {
    clashes = clashes == null ? Clashes.NONE : clashes;
  }

  /** Where no unique value stands in the way. */
  public ModelDiff(
      String model,
      long added,
      long changed,
      long same,
      long onlyInTarget,
      long provisional,
      long prepared) {
    this(model, added, changed, same, onlyInTarget, provisional, prepared, Clashes.NONE);
  }

  /**
   * Objects of the fixture whose unique value another row of the target holds.
   *
   * @param ofNew those whose own row the target lacks
   * @param blocked those where the other row stays as it is: they cannot be written
   * @param withOnlyInTarget those where the other row is only in the target: they can where it goes
   */
  public record Clashes(long all, long ofNew, long blocked, long withOnlyInTarget) {
    public static final Clashes NONE = new Clashes(0, 0, 0, 0);
  }

  /** Rows that the target held beyond what Prepare made. */
  public long held() {
    return changed + same + onlyInTarget - prepared;
  }

  /** Objects that stand against the target's rows under a policy. */
  public long conflicts(LoadSettings.Changed policy) {
    return policy == LoadSettings.Changed.UPDATE ? clashes.all : changed + clashes.ofNew;
  }
}
