package org.fixtureferry.console.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtureferry.crossing.Review;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.Reviews;
import org.fixtureferry.load.LoadForecast;
import org.fixtureferry.load.LoadSettings;
import org.fixtureferry.load.ModelDiff;
import org.fixtureferry.load.ObjectDiff;
import org.fixtureferry.load.StoredDiff;

/** What an import would change, as the last review saw it. */
@Path("/api/v1/crossings/{id}/stations/load/diff")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stations")
@Blocking
public class DiffResource {
  private static final int MOST = 1_000;

  private final Crossings crossings;
  private final Reviews reviews;

  DiffResource(Crossings crossings, Reviews reviews) {
    this.crossings = crossings;
    this.reviews = reviews;
  }

  /**
   * The diff by model and, where a model was asked for, some of its objects.
   *
   * @param made when the two were compared
   * @param changed what changed since then; empty as long as the diff holds
   * @param forecast what the import would do under this policy
   * @param page null where no model was asked for
   */
  public record DiffAnswer(
      Instant made,
      List<String> changed,
      LoadSettings policy,
      LoadForecast forecast,
      List<ModelDiff> models,
      StoredDiff.Page page) {}

  @GET
  @Operation(
      summary = "What the import would change, by model; with \"model\", object by object",
      description =
          "Made by POST …/stations/load/attempts with {\"task\": \"review\"}. Values of secret fields are short hashes.")
  public DiffAnswer get(
      @PathParam("id") String id,
      @QueryParam("model") String model,
      @QueryParam("kind") List<String> kinds,
      @QueryParam("search") String search,
      @QueryParam("from") @DefaultValue("0") int from,
      @QueryParam("size") @DefaultValue("50") int size)
      throws IOException {
    SavedCrossing crossing = crossings.require(id);
    Set<ObjectDiff.Kind> wanted = kinds(kinds);
    Review review =
        reviews
            .of(crossing)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "The target was not compared yet. POST attempts with the task \"review\" first."));
    return new DiffAnswer(
        review.made(),
        review.changed(),
        review.policy(),
        review.forecast(),
        review.diff().models(),
        model == null ? null : page(crossing, model, wanted, search, from, size));
  }

  private StoredDiff.Page page(
      SavedCrossing crossing,
      String model,
      Set<ObjectDiff.Kind> kinds,
      String search,
      int from,
      int size)
      throws IOException {
    if (from < 0) {
      throw new IllegalArgumentException("from: 0 or more");
    }
    if (size < 1 || size > MOST) {
      throw new IllegalArgumentException("size: from 1 to " + MOST);
    }
    String label =
        Reviews.profile(crossing)
            .model(model)
            .orElseThrow(() -> new IllegalArgumentException("model: there is no model " + model))
            .label();
    return reviews
        .objects(crossing)
        .page(
            label,
            new StoredDiff.Query(
                kinds, reviews.policy(crossing).changedOf(label), search, from, size));
  }

  private static Set<ObjectDiff.Kind> kinds(List<String> slugs) {
    return slugs.stream()
        .map(
            slug ->
                Arrays.stream(ObjectDiff.Kind.values())
                    .filter(kind -> kind.slug().equals(slug))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "kind: new, changed, same, only-in-target or conflict")))
        .collect(java.util.stream.Collectors.toSet());
  }
}
