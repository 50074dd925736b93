package org.fixtureferry.console.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;

/** Crossings: list, make, repeat, rename, delete. */
@Path("/api/v1/crossings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Crossings")
@Blocking
public class CrossingResource {
  private final Crossings crossings;

  CrossingResource(Crossings crossings) {
    this.crossings = crossings;
  }

  /**
   * A wish for a new crossing.
   *
   * @param profile such as "djnro-0.8"; not needed with "from"
   * @param from id of a crossing whose settings and passwords are taken over
   */
  public record NewCrossing(String name, String profile, String from) {}

  /** A crossing's new name. */
  public record Rename(String name) {}

  @GET
  @Operation(summary = "All crossings, the one that was touched last first")
  public List<CrossingAnswer> list() {
    return crossings.all().stream()
        .map(crossing -> CrossingAnswer.of(crossing, crossings))
        .toList();
  }

  @POST
  @Operation(summary = "Make a crossing, or repeat one with \"from\"")
  public Response create(NewCrossing wish) {
    Body.required(wish);
    SavedCrossing made =
        wish.from() == null
            ? crossings.create(wish.name(), wish.profile())
            : crossings.createFrom(wish.name(), crossings.require(wish.from()));
    return Response.created(URI.create("/api/v1/crossings/" + made.id()))
        .entity(CrossingAnswer.of(made, crossings))
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One crossing with its plan and its stations")
  public CrossingAnswer get(@PathParam("id") String id) {
    return CrossingAnswer.of(crossings.require(id), crossings);
  }

  @PATCH
  @Path("{id}")
  @Operation(summary = "Give a crossing another name")
  public CrossingAnswer rename(@PathParam("id") String id, Rename wish) {
    Body.required(wish);
    crossings.rename(id, wish.name());
    return get(id);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Delete a crossing with its results, fixtures and passwords")
  public void delete(@PathParam("id") String id) throws IOException {
    crossings.delete(id);
  }

  @GET
  @Path("{id}/plan.yaml")
  @Produces("application/yaml")
  @Operation(summary = "The plan, for the command line")
  public String plan(@PathParam("id") String id) {
    return Crossings.planYaml(crossings.require(id));
  }
}
