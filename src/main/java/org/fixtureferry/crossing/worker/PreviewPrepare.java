package org.fixtureferry.crossing.worker;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.fixtureferry.crossing.PlanStationRunner;
import org.fixtureferry.crossing.PreparePreview;
import org.fixtureferry.crossing.RunStation;
import org.fixtureferry.crossing.StationRunner;
import org.fixtureferry.crossing.StationRunner.Assignment;
import org.fixtureferry.crossing.store.PasswordStore;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.ProgressListener;

/** Asks both servers what Prepare would do. */
@Singleton
public class PreviewPrepare {
  private final Crossings crossings;
  private final PasswordStore passwords;
  private final Clock clock;

  PreviewPrepare(Crossings crossings, PasswordStore passwords, Clock clock) {
    this.crossings = crossings;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * Changes nothing.
   *
   * @throws org.fixtureferry.report.StationFailure where a server cannot be asked
   */
  public PreparePreview of(String id) {
    SavedCrossing crossing = crossings.require(id);
    try {
      Assignment assignment =
          new Assignment(
              crossing.plan(),
              side -> passwords.get(id, side),
              crossings.folder(id),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              StationRunner.Task.RUN);
      return new RunStation(
              PlanStationRunner.crossing(assignment),
              clock,
              ProgressListener.NO_OP,
              new Cancellation())
          .previewPrepare();
    } catch (IOException e) {
      throw new UncheckedIOException("Opening the folder of crossing " + id, e);
    }
  }
}
