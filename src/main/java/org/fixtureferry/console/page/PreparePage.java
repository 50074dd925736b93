package org.fixtureferry.console.page;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.fixtureferry.crossing.Results;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.PreviewPrepare;
import org.fixtureferry.crossing.worker.StartRefused;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.prepare.PrepareResult;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Prepare: what would be done to the target, before it is done, and what was. */
@Path("/crossings")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PreparePage {
  private final Frames frames;
  private final StationViews views;
  private final Crossings crossings;
  private final PreviewPrepare preview;
  private final Worker worker;
  private final Clock clock;

  PreparePage(
      Frames frames,
      StationViews views,
      Crossings crossings,
      PreviewPrepare preview,
      Worker worker,
      Clock clock) {
    this.frames = frames;
    this.views = views;
    this.crossings = crossings;
    this.preview = preview;
    this.worker = worker;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static class Templates {
    static native TemplateInstance prepare(
        Frame frame, StationView view, PrepareResultView result, PrepareLook look);

    static native TemplateInstance prepareLook(StationView view, PrepareLook look);

    private Templates() {}
  }

  /**
   * Does not ask the servers, so that it comes at once; the look follows in a request of its own.
   */
  @GET
  @Path("{id}/prepare")
  public TemplateInstance show(@PathParam("id") String id) throws IOException {
    return page(views.of(id, Station.PREPARE), null);
  }

  /** What would be done: a fragment for htmx, the whole page for a browser without it. */
  @GET
  @Path("{id}/prepare/look")
  public TemplateInstance look(@PathParam("id") String id, @HeaderParam("HX-Request") String htmx)
      throws IOException {
    StationView view = views.of(id, Station.PREPARE);
    PrepareLook look = view.status().startable() ? look(id, new FormErrors()) : null;
    return htmx != null && look != null ? Templates.prepareLook(view, look) : page(view, look);
  }

  @GET
  @Path("{id}/prepare/script.sql")
  @Produces("application/sql")
  public Response script(@PathParam("id") String id) {
    PrepareLook look = look(id, new FormErrors());
    if (look.failure() != null) {
      return Response.status(Status.BAD_GATEWAY.getStatusCode())
          .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
          .entity(look.failure() + "\n")
          .build();
    }
    return Response.ok(look.preview().script())
        .type("application/sql;charset=UTF-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"prepare-" + id + "-" + LocalDate.now(clock) + ".sql\"")
        .build();
  }

  /**
   * Starts it.
   *
   * @param typed the target's name, where what it holds is to be dropped
   * @param seen what the page showed of the target
   */
  @POST
  @Path("{id}/prepare/start")
  public Object start(
      @PathParam("id") String id,
      @FormParam("overwrite") String typed,
      @FormParam("seen") String seen)
      throws IOException {
    StationView view = views.of(id, Station.PREPARE);
    if (typed != null && view.status().startable()) {
      FormErrors errors = new FormErrors();
      PrepareLook look = look(id, errors);
      refuse(look, errors, typed, seen);
      if (look.failure() != null || !errors.isEmpty()) {
        return Response.status(Status.BAD_REQUEST.getStatusCode()).entity(page(view, look)).build();
      }
    }
    try {
      worker.start(
          crossings.require(id),
          Station.PREPARE,
          Optional.ofNullable(typed).filter(name -> !name.isBlank()));
    } catch (StartRefused e) {
      return Response.status(Status.CONFLICT.getStatusCode())
          .entity(page(views.of(id, Station.PREPARE, e.getMessage()), null))
          .build();
    }
    return StationPages.back(id, Station.PREPARE);
  }

  private static void refuse(PrepareLook look, FormErrors errors, String typed, String seen) {
    if (look.failure() != null || look.preview().nameToType() == null) {
      return;
    }
    if (!look.preview().nameToType().equals(typed)) {
      errors.add("overwrite", Texts.text("prepare_wrong_name", look.preview().nameToType()));
    } else if (!look.preview().seen().equals(seen)) {
      errors.add("overwrite", Texts.text("prepare_changed"));
    }
  }

  private PrepareLook look(String id, FormErrors errors) {
    try {
      return new PrepareLook(preview.of(id), null, errors);
    } catch (StationFailure e) {
      return new PrepareLook(null, e.getMessage(), errors);
    }
  }

  private TemplateInstance page(StationView view, PrepareLook look) throws IOException {
    PrepareResultView result =
        new Results(crossings.folder(view.crossing().id()))
            .read(Station.PREPARE)
            .map(PrepareResult.class::cast)
            .map(PrepareResultView::new)
            .orElse(null);
    return Templates.prepare(frames.of(view.crossing(), view.station()), view, result, look);
  }
}
