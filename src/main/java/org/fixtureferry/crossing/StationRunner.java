package org.fixtureferry.crossing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;

/** Does the work of a station of a crossing; blocks until it is done. */
public interface StationRunner {
  /**
   * @throws org.fixtureferry.report.StationFailure where it could not be done
   * @throws Cancellation.Cancelled where it was asked to stop and did
   */
  Outcome run(
      Station station, Assignment assignment, ProgressListener listener, Cancellation cancellation);

  /**
   * What a station works on.
   *
   * @param plan what plan.yaml says
   * @param folder where results and files go
   * @param overwrite the target's name, where the operator typed it: what it holds may be dropped
   */
  record Assignment(
      ObjectNode plan, Passwords passwords, Path folder, Optional<String> overwrite) {}

  /** Gives a side's password; empty where none was entered. */
  @FunctionalInterface
  interface Passwords {
    Optional<String> of(Side side);
  }

  /**
   * What came out.
   *
   * @param sha256 of what later stations are made from: the same result gives the same hash,
   *     however long it took
   */
  record Outcome(StationResult result, String sha256) {}
}
