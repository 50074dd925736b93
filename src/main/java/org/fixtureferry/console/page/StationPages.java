package org.fixtureferry.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.StartRefused;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Station;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * What all stations' pages have in common: start, cancel, and the fragment that keeps them live. A
 * station without a page of its own is shown plainly. One with its own has a class with the same
 * path as this one and a method with {@code @Path("{id}/export")}, which then comes first; a class
 * with a longer path would hide start, cancel and live.
 */
@Path("/crossings")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class StationPages {
  private final Frames frames;
  private final StationViews views;
  private final Crossings crossings;
  private final Worker worker;

  StationPages(Frames frames, StationViews views, Crossings crossings, Worker worker) {
    this.frames = frames;
    this.views = views;
    this.crossings = crossings;
    this.worker = worker;
  }

  @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static class Templates {
    static native TemplateInstance plainStation(Frame frame, StationView view);

    static native TemplateInstance live(Frame frame, StationView view);

    private Templates() {}
  }

  @GET
  @Path("{id}/{station}")
  public TemplateInstance show(@PathParam("id") String id, @PathParam("station") String slug) {
    return page(views.of(id, station(slug)));
  }

  @POST
  @Path("{id}/{station}/start")
  public Object start(
      @PathParam("id") String id,
      @PathParam("station") String slug,
      @FormParam("overwrite") String overwrite) {
    Station station = station(slug);
    try {
      worker.start(
          crossings.require(id),
          station,
          Optional.ofNullable(overwrite).filter(name -> !name.isBlank()));
    } catch (StartRefused e) {
      return Response.status(Status.CONFLICT.getStatusCode())
          .entity(page(views.of(id, station, e.getMessage())))
          .build();
    }
    return back(id, station);
  }

  @POST
  @Path("{id}/{station}/cancel")
  public Response cancel(@PathParam("id") String id, @PathParam("station") String slug) {
    Station station = station(slug);
    worker.cancel(crossings.require(id).id(), station);
    return back(id, station);
  }

  /**
   * What changes on a page while stations run: the panel, and the list of stations.
   *
   * @param shown the station's mark when the page was made; once it differs, the page is fetched
   *     anew
   */
  @GET
  @Path("{id}/{station}/live")
  public Response live(
      @PathParam("id") String id,
      @PathParam("station") String slug,
      @QueryParam("shown") String shown) {
    StationView view = views.of(id, station(slug));
    Response.ResponseBuilder answer =
        Response.ok(Templates.live(frames.of(view.crossing(), view.station()), view));
    if (!view.mark().equals(shown)) {
      answer.header("HX-Refresh", "true");
    }
    return answer.build();
  }

  /** Back to the page by GET, so that reloading it repeats nothing. */
  static Response back(String id, Station station) {
    return Response.seeOther(URI.create("/crossings/" + id + "/" + station.slug())).build();
  }

  private TemplateInstance page(StationView view) {
    return Templates.plainStation(frames.of(view.crossing(), view.station()), view);
  }

  private static Station station(String slug) {
    try {
      return Station.of(slug);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e.getMessage(), e);
    }
  }
}
