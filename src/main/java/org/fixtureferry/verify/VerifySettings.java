package org.fixtureferry.verify;

import java.util.List;
import java.util.Optional;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.report.Decisions;

/**
 * What Verify has to know besides the two databases.
 *
 * @param excludes apps and models that the export left out, as dumpdata's --exclude names them
 * @param exported what Export saw under the lock; empty where there was no export to remember
 * @param accepted differences that the operator has seen
 * @param decisions what was decided about the source's rows: what is expected of the target is the
 *     source after them
 */
public record VerifySettings(
    List<String> excludes,
    Optional<FixtureMeta> exported,
    List<Acceptance> accepted,
    Decisions decisions) {
  public VerifySettings(
      List<String> excludes, Optional<FixtureMeta> exported, List<Acceptance> accepted) {
    this(excludes, exported, accepted, Decisions.NONE);
  }

  public VerifySettings {
    excludes = List.copyOf(excludes);
    accepted = List.copyOf(accepted);
  }
}
