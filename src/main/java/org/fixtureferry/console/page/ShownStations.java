package org.fixtureferry.console.page;

import java.util.List;
import org.fixtureferry.report.Station;

/** The stations that the wizard has pages for. */
final class ShownStations {
  static final List<Station> ALL =
      List.of(
          Station.CONNECT,
          Station.PREPARE,
          Station.EXPORT,
          Station.REORDER,
          Station.LOAD,
          Station.VERIFY);

  private ShownStations() {}
}
