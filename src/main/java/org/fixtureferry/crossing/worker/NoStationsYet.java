package org.fixtureferry.crossing.worker;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import org.fixtureferry.crossing.StationRunner;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;

/** Stands in for the stations until they are joined to the console. */
@DefaultBean
@Singleton
class NoStationsYet implements StationRunner {
  @Override
  public Outcome run(
      Station station,
      Assignment assignment,
      ProgressListener listener,
      Cancellation cancellation) {
    throw new StationFailure("Station " + station.slug() + " is not part of this version.");
  }
}
