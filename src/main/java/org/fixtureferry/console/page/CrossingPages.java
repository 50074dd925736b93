package org.fixtureferry.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Opens and deletes a crossing, and hands out its plan. */
@Path("/crossings")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CrossingPages {
  private final Frames frames;
  private final Crossings crossings;

  CrossingPages(Frames frames, Crossings crossings) {
    this.frames = frames;
    this.crossings = crossings;
  }

  @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static class Templates {
    static native TemplateInstance deleteCrossing(
        Frame frame, FormErrors errors, SavedCrossing crossing);

    private Templates() {}
  }

  /** Opens a crossing where work goes on. */
  @GET
  @Path("{id}")
  public Response open(@PathParam("id") String id) {
    SavedCrossing crossing = crossings.require(id);
    String slug = Frames.whereWorkGoesOn(crossings.statuses(crossing.id())).slug();
    return Response.seeOther(URI.create("/crossings/" + id + "/" + slug)).build();
  }

  @GET
  @Path("{id}/delete")
  public TemplateInstance confirmDelete(@PathParam("id") String id) {
    return delete(crossings.require(id), new FormErrors());
  }

  @POST
  @Path("{id}/delete")
  public Object delete(@PathParam("id") String id, @FormParam("name") String name)
      throws IOException {
    SavedCrossing crossing = crossings.require(id);
    if (!crossing.name().equals(name)) {
      FormErrors errors = new FormErrors();
      errors.add("name", Texts.text("delete_crossing_wrong_name", crossing.name()));
      return Response.status(Status.BAD_REQUEST.getStatusCode())
          .entity(delete(crossing, errors))
          .build();
    }
    crossings.delete(id);
    return Response.seeOther(URI.create("/")).build();
  }

  @GET
  @Path("{id}/plan.yaml")
  @Produces("application/yaml")
  public Response plan(@PathParam("id") String id) {
    SavedCrossing crossing = crossings.require(id);
    return Response.ok(Crossings.planYaml(crossing))
        .header("Content-Disposition", "attachment; filename=\"plan-" + id + ".yaml\"")
        .build();
  }

  private TemplateInstance delete(SavedCrossing crossing, FormErrors errors) {
    return Templates.deleteCrossing(
        frames.of(crossing, Texts.text("delete_crossing_title")), errors, crossing);
  }
}
