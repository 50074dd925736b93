package org.fixtureferry.export;

import java.util.List;
import org.fixtureferry.fixture.FixtureWriter;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.report.Decisions;

/**
 * What may be chosen about an export.
 *
 * @param exclude apps and models to leave out, as dumpdata's --exclude names them
 * @param decisions what was decided about rows that are not as they should be
 */
public record ExportSettings(
    List<String> exclude, FixtureWriter.Layout layout, LockMode lock, Decisions decisions) {
  public ExportSettings(List<String> exclude, FixtureWriter.Layout layout, LockMode lock) {
    this(exclude, layout, lock, Decisions.NONE);
  }

  public ExportSettings {
    exclude = List.copyOf(exclude);
  }
}
