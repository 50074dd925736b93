package org.fixtureferry.crossing;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.fixtureferry.load.Confirmed;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;

/** Does the work of a station of a crossing; blocks until it is done. */
public interface StationRunner {
  /** What a station is to do. */
  enum Task {
    RUN,
    /** Only look, and keep what was seen: the diff before an import. */
    REVIEW;

    @JsonValue
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException where there is no such task
     */
    public static Task of(String slug) {
      return Arrays.stream(values())
          .filter(task -> task.slug().equals(slug))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("task: run or review"));
    }
  }

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
   * @param handedIn a fixture to take in the place of an export
   * @param confirmed the numbers that an import must find as an operator saw them
   * @param task whether it is to do its work, or to look what that would change
   */
  record Assignment(
      ObjectNode plan,
      Passwords passwords,
      Path folder,
      Optional<String> overwrite,
      Optional<Path> handedIn,
      Optional<Confirmed> confirmed,
      Task task) {}

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
