package org.fixtureferry.verify;

import java.util.List;
import java.util.Optional;
import org.fixtureferry.fixture.FixtureMeta;

/**
 * What Verify has to know besides the two databases.
 *
 * @param excludes apps and models that the export left out, as dumpdata's --exclude names them
 * @param exported what Export saw under the lock; empty where there was no export to remember
 * @param accepted differences that the operator has seen
 */
public record VerifySettings(
    List<String> excludes, Optional<FixtureMeta> exported, List<Acceptance> accepted) {
  public VerifySettings {
    excludes = List.copyOf(excludes);
    accepted = List.copyOf(accepted);
  }
}
