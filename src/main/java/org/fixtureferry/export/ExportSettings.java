package org.fixtureferry.export;

import java.util.List;
import org.fixtureferry.fixture.FixtureWriter;
import org.fixtureferry.mysql.LockMode;

/**
 * What may be chosen about an export.
 *
 * @param exclude apps and models to leave out, as dumpdata's --exclude names them
 */
public record ExportSettings(List<String> exclude, FixtureWriter.Layout layout, LockMode lock) {
  public ExportSettings {
    exclude = List.copyOf(exclude);
  }
}
