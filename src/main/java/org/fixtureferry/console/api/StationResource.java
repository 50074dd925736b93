package org.fixtureferry.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtureferry.crossing.Review;
import org.fixtureferry.crossing.StationOrder;
import org.fixtureferry.crossing.StationRunner.Task;
import org.fixtureferry.crossing.store.Attempt;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.Reviews;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.load.Confirmed;
import org.fixtureferry.report.Station;

/** A station of a crossing: its state, settings, attempts and result. */
@Path("/api/v1/crossings/{id}/stations/{station}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stations")
@Blocking
public class StationResource {
  private final Crossings crossings;
  private final Worker worker;
  private final Reviews reviews;

  StationResource(Crossings crossings, Worker worker, Reviews reviews) {
    this.crossings = crossings;
    this.worker = worker;
    this.reviews = reviews;
  }

  /**
   * Everything about a station.
   *
   * @param settings what the plan says for this station
   * @param attempt the last one; null where there was none
   * @param result as the command line prints it with --json; null where there is none
   */
  public record StationDetail(
      StationAnswer status,
      @Schema(implementation = Object.class) ObjectNode settings,
      AttemptAnswer attempt,
      @Schema(implementation = Object.class) JsonNode result) {}

  /**
   * How a station is started.
   *
   * @param overwrite the target's name, where what it holds may be dropped
   * @param task "run", the default; "review", at load only, compares and changes nothing
   */
  public record Start(String overwrite, String task) {}

  @GET
  @Operation(summary = "State, settings, last attempt and result of a station")
  public StationDetail get(@PathParam("id") String id, @PathParam("station") String slug)
      throws IOException {
    Station station = station(slug);
    SavedCrossing crossing = crossings.require(id);
    ObjectNode settings = crossing.plan().objectNode();
    for (String key : StationOrder.ownSettings(station)) {
      if (crossing.plan().has(key)) {
        settings.set(key, crossing.plan().get(key));
      }
    }
    Optional<Attempt> attempt = crossings.lastAttempt(id, station);
    return new StationDetail(
        StationAnswer.of(station, crossings.statuses(id).get(station)),
        settings,
        attempt.isPresent() ? AttemptAnswer.of(attempt.get()) : null,
        crossings.result(id, station).orElse(null));
  }

  @PUT
  @Operation(
      summary = "Change the settings of a station",
      description =
          "Keys are those of plan.yaml; one that is absent stays as it is, null takes it out. Source and target take host, port, database, user, password and tls.")
  public StationDetail change(
      @PathParam("id") String id,
      @PathParam("station") String slug,
      @Schema(implementation = Object.class) ObjectNode settings)
      throws IOException {
    Body.required(settings);
    crossings.change(id, station(slug), settings);
    return get(id, slug);
  }

  @POST
  @Path("attempts")
  @Operation(
      summary = "Start the station; answers at once, progress comes as events",
      description =
          "An import after a review that still holds writes nothing where the target or the fixture is no longer as it was reviewed.")
  public Response start(@PathParam("id") String id, @PathParam("station") String slug, Start start)
      throws IOException {
    SavedCrossing crossing = crossings.require(id);
    Station station = station(slug);
    Optional<Start> wish = Optional.ofNullable(start);
    Task task = wish.map(Start::task).map(Task::of).orElse(Task.RUN);
    if (task == Task.REVIEW && station != Station.LOAD) {
      throw new IllegalArgumentException("task: only load can be reviewed; here: run");
    }
    Attempt attempt =
        switch (task) {
          case RUN -> run(crossing, station, wish.map(Start::overwrite));
          case REVIEW -> worker.review(crossing);
        };
    return Response.accepted(AttemptAnswer.of(attempt))
        .location(URI.create("/api/v1/crossings/" + id + "/stations/" + slug))
        .build();
  }

  /** An import of which the numbers were looked at has to find them so. */
  private Attempt run(SavedCrossing crossing, Station station, Optional<String> overwrite)
      throws IOException {
    Optional<Review> seen =
        station == Station.LOAD
            ? reviews.of(crossing).filter(Review::current).filter(review -> !review.stops())
            : Optional.empty();
    return seen.isPresent()
        ? worker.load(crossing, new Confirmed(seen.get().diff().models()))
        : worker.start(crossing, station, overwrite);
  }

  @DELETE
  @Path("attempts")
  @Operation(summary = "Cancel the running attempt; it stops at its next safe point")
  public Response cancel(@PathParam("id") String id, @PathParam("station") String slug) {
    boolean asked = worker.cancel(crossings.require(id).id(), station(slug));
    if (!asked) {
      throw new NotFoundException("Station " + slug + " of this crossing does not run.");
    }
    return Response.accepted().build();
  }

  private static Station station(String slug) {
    try {
      return Station.of(slug);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e.getMessage(), e);
    }
  }
}
