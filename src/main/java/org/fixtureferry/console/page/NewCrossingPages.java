package org.fixtureferry.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.SortedSet;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.django.Profiles;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Makes a crossing, new or from another one. */
@Path("/crossings")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class NewCrossingPages {
  private final Frames frames;
  private final Crossings crossings;

  NewCrossingPages(Frames frames, Crossings crossings) {
    this.frames = frames;
    this.crossings = crossings;
  }

  @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static class Templates {
    static native TemplateInstance newCrossing(
        Frame frame,
        FormErrors errors,
        String name,
        String profile,
        SavedCrossing from,
        SortedSet<String> profiles);

    private Templates() {}
  }

  @GET
  @Path("new")
  public TemplateInstance form(@QueryParam("from") String from) {
    SavedCrossing model = from == null ? null : crossings.require(from);
    String name = model == null ? "" : Texts.text("new_crossing_again", model.name());
    return form(new FormErrors(), name, "", model);
  }

  @POST
  public Object create(
      @FormParam("name") String name,
      @FormParam("profile") String profile,
      @FormParam("from") String from) {
    SavedCrossing model = from == null || from.isEmpty() ? null : crossings.require(from);
    try {
      SavedCrossing made =
          model == null ? crossings.create(name, profile) : crossings.createFrom(name, model);
      return Response.seeOther(URI.create("/crossings/" + made.id())).build();
    } catch (IllegalArgumentException e) {
      FormErrors errors = new FormErrors();
      errors.add(e, "");
      return Response.status(Status.BAD_REQUEST.getStatusCode())
          .entity(form(errors, name, profile, model))
          .build();
    }
  }

  private TemplateInstance form(
      FormErrors errors, String name, String profile, SavedCrossing from) {
    return Templates.newCrossing(
        frames.plain(Texts.text("new_crossing_title")),
        errors,
        name == null ? "" : name,
        profile == null ? "" : profile,
        from,
        Profiles.bundled());
  }
}
