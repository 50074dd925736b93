package org.fixtureferry.console.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.crossing.Fixtures;
import org.fixtureferry.crossing.Results;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.StartRefused;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.export.ExportResult;
import org.fixtureferry.reorder.OrderChoices;
import org.fixtureferry.reorder.OrderChoices.Kind;
import org.fixtureferry.reorder.ReorderResult;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;

/** The page of Reorder: one list to arrange, what points forward in it, and what came of it. */
@Path("/crossings")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ReorderPages {
  private final Frames frames;
  private final StationViews views;
  private final Crossings crossings;
  private final Worker worker;

  ReorderPages(Frames frames, StationViews views, Crossings crossings, Worker worker) {
    this.frames = frames;
    this.views = views;
    this.crossings = crossings;
    this.worker = worker;
  }

  @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static class Templates {
    static native TemplateInstance reorder(
        Frame frame, StationView view, FormErrors errors, ReorderView work);

    static native TemplateInstance reorderMoved(Frame frame, StationView view, ReorderView work);

    private Templates() {}
  }

  /**
   * @param moved the model that was moved last, and up or down: its button gets the focus
   */
  @GET
  @Path("{id}/reorder")
  public TemplateInstance show(
      @PathParam("id") String id, @QueryParam("up") String up, @QueryParam("down") String down)
      throws IOException {
    return page(views.of(id, Station.REORDER), new FormErrors(), new Moved(up, down));
  }

  /** Saves where a model was moved to: by a button from where the list stood, or by hand. */
  @POST
  @Path("{id}/reorder/order")
  public Object move(
      @PathParam("id") String id,
      @FormParam("order") List<String> order,
      @FormParam("up") String up,
      @FormParam("down") String down,
      @FormParam("dragged") String dragged,
      @HeaderParam("HX-Request") String htmx)
      throws IOException {
    Moved moved = new Moved(up, down);
    OrderChoices choices = choices(crossings.require(id));
    List<String> arranged = moved.apply(choices.sayable(order == null ? List.of() : order));
    return save(id, Optional.of(arranged))
        .orElseGet(() -> answer(id, moved, dragged == null ? moved.model() : dragged, htmx));
  }

  /** Takes one of the orders that the console proposes. */
  @POST
  @Path("{id}/reorder/choice")
  public Object choose(
      @PathParam("id") String id,
      @FormParam("kind") String kind,
      @HeaderParam("HX-Request") String htmx)
      throws IOException {
    SavedCrossing crossing = crossings.require(id);
    Optional<List<String>> order;
    if (Kind.COMPUTED.slug().equals(kind)) {
      order = Optional.empty();
    } else if (Kind.PROCEDURE.slug().equals(kind)) {
      order = Optional.of(Profiles.bundled(crossing.plan().path("profile").asText()).reorder());
    } else {
      return wrong(id, new IllegalArgumentException(Texts.text("reorder_choice_wrong")));
    }
    return save(id, order).orElseGet(() -> answer(id, Moved.NOTHING, null, htmx));
  }

  @POST
  @Path("{id}/reorder/start")
  public Object start(@PathParam("id") String id) throws IOException {
    try {
      worker.start(crossings.require(id), Station.REORDER, Optional.empty());
    } catch (StartRefused e) {
      return refused(id, e);
    }
    return StationPages.back(id, Station.REORDER);
  }

  /**
   * The last move.
   *
   * @param up the model that went up; null where none did
   */
  record Moved(String up, String down) {
    static final Moved NOTHING = new Moved(null, null);

    String model() {
      return up == null ? down : up;
    }

    List<String> apply(List<String> order) {
      return model() == null ? order : OrderChoices.moved(order, model(), up == null ? 1 : -1);
    }
  }

  private Optional<Object> save(String id, Optional<List<String>> order) throws IOException {
    ObjectNode settings = Json.MAPPER.createObjectNode();
    if (order.isPresent()) {
      ArrayNode labels = settings.putArray("reorder");
      order.get().forEach(labels::add);
    } else {
      settings.putNull("reorder");
    }
    try {
      crossings.change(id, Station.REORDER, settings);
      return Optional.empty();
    } catch (StartRefused e) {
      return Optional.of(refused(id, e));
    } catch (IllegalArgumentException e) {
      return Optional.of(wrong(id, e));
    }
  }

  /** The list alone for htmx; else back to the page, where the moved model's button waits. */
  private Object answer(String id, Moved moved, String spoken, String htmx) {
    if (htmx != null) {
      StationView view = views.of(id, Station.REORDER);
      try {
        return Templates.reorderMoved(
            frames.of(view.crossing(), Station.REORDER),
            view,
            // htmx gives the focus back by itself.
            work(view, Moved.NOTHING, spoken));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException("Reading the results of crossing " + id, e);
      }
    }
    UriBuilder page = UriBuilder.fromPath("/crossings/" + id + "/reorder");
    if (moved.model() != null) {
      page.queryParam(moved.up() == null ? "down" : "up", moved.model())
          .fragment("row-" + moved.model());
    }
    return Response.seeOther(page.build()).build();
  }

  private Response wrong(String id, IllegalArgumentException e) throws IOException {
    FormErrors errors = new FormErrors();
    errors.add(e, "");
    return Response.status(Status.BAD_REQUEST.getStatusCode())
        .entity(page(views.of(id, Station.REORDER), errors, Moved.NOTHING))
        .build();
  }

  private Response refused(String id, StartRefused e) throws IOException {
    return Response.status(Status.CONFLICT.getStatusCode())
        .entity(
            page(views.of(id, Station.REORDER, e.getMessage()), new FormErrors(), Moved.NOTHING))
        .build();
  }

  private TemplateInstance page(StationView view, FormErrors errors, Moved moved)
      throws IOException {
    return Templates.reorder(
        frames.of(view.crossing(), Station.REORDER), view, errors, work(view, moved, null));
  }

  private ReorderView work(StationView view, Moved moved, String spoken) throws IOException {
    java.nio.file.Path folder = crossings.folder(view.crossing().id());
    return ReorderView.of(
        choices(view.crossing()),
        objects(folder),
        moved,
        spoken,
        new Results(folder).read(Station.REORDER).map(ReorderResult.class::cast).orElse(null),
        new Fixtures(folder).of(Station.REORDER).orElse(null));
  }

  private OrderChoices choices(SavedCrossing crossing) throws IOException {
    return OrderChoices.of(
        Profiles.bundled(crossing.plan().path("profile").asText()),
        List.copyOf(objects(crossings.folder(crossing.id())).keySet()),
        crossing.plan().get("reorder"));
  }

  private static Map<String, Long> objects(java.nio.file.Path folder) {
    return new Results(folder)
        .read(Station.EXPORT)
        .map(result -> ((ExportResult) result).objects())
        .orElse(Map.of());
  }
}
