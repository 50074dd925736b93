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
 */
public record ModelDiff(
    String model,
    long added,
    long changed,
    long same,
    long onlyInTarget,
    long provisional,
    long prepared) {
  /** Rows that the target held beyond what Prepare made. */
  public long held() {
    return changed + same + onlyInTarget - prepared;
  }
}
