package org.fixtureferry.crossing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.fixtureferry.export.ExportResult;
import org.fixtureferry.load.LoadResult;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.FerryMark;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.reorder.ReorderResult;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Sha256;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.StationResult;

/**
 * Runs the stations of the console's crossings: the same {@link RunStation} that the command line
 * uses.
 */
@Singleton
public final class PlanStationRunner implements StationRunner {
  private final Clock clock;

  PlanStationRunner(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Outcome run(
      Station station,
      Assignment assignment,
      ProgressListener listener,
      Cancellation cancellation) {
    Crossing crossing = crossing(assignment);
    RunStation stations = new RunStation(crossing, clock, listener, cancellation);
    StationResult result =
        switch (assignment.task()) {
          case RUN ->
              assignment
                  .handedIn()
                  .map(fixture -> (StationResult) stations.accept(fixture))
                  .orElseGet(() -> run(stations, station, assignment));
          case REVIEW -> stations.review(stations.ordered());
        };
    new Fixtures(crossing.folder()).pack(station, listener);
    return new Outcome(result, hash(crossing, result));
  }

  private static StationResult run(RunStation stations, Station station, Assignment assignment) {
    return assignment
        .confirmed()
        .map(confirmed -> (StationResult) stations.load(stations.ordered(), confirmed))
        .orElseGet(() -> stations.run(station, assignment.overwrite()));
  }

  /**
   * The crossing that an assignment describes.
   *
   * @throws StationFailure where a setting is missing or wrong
   */
  public static Crossing crossing(Assignment assignment) {
    try {
      Plan plan = Json.MAPPER.treeToValue(assignment.plan(), Plan.class);
      return Crossing.of(
          plan,
          endpoint(plan.source(), Side.SOURCE, assignment),
          endpoint(plan.target(), Side.TARGET, assignment),
          assignment.folder());
    } catch (PlanFault e) {
      throw new StationFailure("The settings of this crossing will not do: " + e.getMessage(), e);
    } catch (JsonProcessingException e) {
      String reason =
          e.getCause() instanceof PlanFault fault
              ? fault.getMessage()
              : "a setting is not what it must be.";
      throw new StationFailure("The settings of this crossing will not do: " + reason, e);
    }
  }

  private static Endpoint endpoint(PlanEndpoint endpoint, Side side, Assignment assignment) {
    String name = side.name().toLowerCase(java.util.Locale.ROOT);
    String password =
        assignment
            .passwords()
            .of(side)
            .orElseThrow(() -> new PlanFault(name + ": enter the password on the Connect page."));
    return endpoint.withPassword(name, password);
  }

  /** What later stations are made from: equal as long as they need not be done again. */
  private static String hash(Crossing crossing, StationResult result) {
    if (result instanceof ExportResult export) {
      return export.sha256();
    }
    if (result instanceof ReorderResult reorder) {
      return reorder.sha256();
    }
    if (result instanceof LoadResult load) {
      return load.input();
    }
    return switch (result.station()) {
      case CONNECT ->
          Sha256.of(
              crossing.source().endpoint().place()
                  + " "
                  + crossing.target().endpoint().place()
                  + " "
                  + result.good());
      case PREPARE -> Sha256.of(mark(crossing.target()));
      case HOST, EXPORT, REORDER, LOAD, VERIFY, UPGRADE, CUTOVER ->
          Sha256.of(tree(result).toString());
    };
  }

  private static ObjectNode tree(StationResult result) {
    return Json.MAPPER.valueToTree(result);
  }

  /**
   * When and for whom the target was prepared: another Prepare that found it so changes nothing of
   * it.
   */
  private static String mark(Database target) {
    try (Connection connection = target.open()) {
      return FerryMark.read(connection, target.endpoint().database()).stream()
          .filter(each -> each.step().equals("prepared"))
          .toList()
          .toString();
    } catch (SQLException e) {
      throw new StationFailure(
          "Reading the mark of " + target + ": " + SqlFault.describe(e) + ".", e);
    }
  }
}
