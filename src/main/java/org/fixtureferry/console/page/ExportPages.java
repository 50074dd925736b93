package org.fixtureferry.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.crossing.ExportChoices;
import org.fixtureferry.crossing.Fixtures;
import org.fixtureferry.crossing.Results;
import org.fixtureferry.crossing.ShownObject;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.HandIn;
import org.fixtureferry.crossing.worker.StartRefused;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.export.ExportResult;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.report.Station;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The page of Export: what to leave out, how long the site is held, and what came of it. */
@Path("/crossings")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ExportPages {
  private static final int PEEKED = 5;

  private final Frames frames;
  private final StationViews views;
  private final Crossings crossings;
  private final Worker worker;
  private final HandIn handIn;

  ExportPages(
      Frames frames, StationViews views, Crossings crossings, Worker worker, HandIn handIn) {
    this.frames = frames;
    this.views = views;
    this.crossings = crossings;
    this.worker = worker;
    this.handIn = handIn;
  }

  @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static class Templates {
    static native TemplateInstance export(
        Frame frame, StationView view, FormErrors errors, ExportView work);

    static native TemplateInstance exportObjects(Frame frame, StationView view, Peek peek);

    static native TemplateInstance exportPeek(Peek peek);

    private Templates() {}
  }

  /** The first objects of a model. */
  public record Peek(String model, long objects, List<ShownObject> shown) {}

  @GET
  @Path("{id}/export")
  public TemplateInstance show(@PathParam("id") String id) throws IOException {
    return page(views.of(id, Station.EXPORT), new FormErrors(), Optional.empty());
  }

  @POST
  @Path("{id}/export/settings")
  public Object save(
      @PathParam("id") String id,
      @FormParam("exclude") Set<String> exclude,
      @FormParam("indent") String indent,
      @FormParam("text") String text,
      @FormParam("lock") String lock)
      throws IOException {
    return saved(id, new Form(exclude, indent, text, lock))
        .orElseGet(() -> StationPages.back(id, Station.EXPORT));
  }

  @POST
  @Path("{id}/export/start")
  public Object start(
      @PathParam("id") String id,
      @FormParam("exclude") Set<String> exclude,
      @FormParam("indent") String indent,
      @FormParam("text") String text,
      @FormParam("lock") String lock)
      throws IOException {
    Optional<Object> wrong = saved(id, new Form(exclude, indent, text, lock));
    if (wrong.isPresent()) {
      return wrong.get();
    }
    try {
      worker.start(crossings.require(id), Station.EXPORT, Optional.empty());
    } catch (StartRefused e) {
      return refused(id, e);
    }
    return StationPages.back(id, Station.EXPORT);
  }

  /** An existing fixture in the place of an export. */
  @POST
  @Path("{id}/export/fixture")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Object handIn(
      @PathParam("id") String id,
      @RestForm("fixture") FileUpload fixture,
      @HeaderParam("HX-Request") String htmx)
      throws IOException {
    SavedCrossing crossing = crossings.require(id);
    try {
      if (fixture == null || fixture.size() == 0) {
        throw new IllegalArgumentException(Texts.text("export_upload_none"));
      }
      handIn.take(crossing, fixture.uploadedFile());
    } catch (StartRefused e) {
      return refused(id, e);
    } catch (IllegalArgumentException e) {
      FormErrors errors = new FormErrors();
      errors.add(e, "");
      return Response.status(Status.BAD_REQUEST.getStatusCode())
          .entity(page(views.of(id, Station.EXPORT), errors, Optional.empty()))
          .build();
    }
    return htmx == null
        ? StationPages.back(id, Station.EXPORT)
        : Response.ok().header("HX-Redirect", "/crossings/" + id + "/export").build();
  }

  @GET
  @Path("{id}/export/objects/{model}")
  public TemplateInstance objects(
      @PathParam("id") String id,
      @PathParam("model") String model,
      @HeaderParam("HX-Request") String htmx)
      throws IOException {
    SavedCrossing crossing = crossings.require(id);
    Results results = new Results(crossings.folder(id));
    long objects =
        results
            .read(Station.EXPORT)
            .map(result -> ((ExportResult) result).objects().get(model))
            .orElseThrow(() -> new NotFoundException("The fixture holds no " + model + "."));
    Peek peek =
        new Peek(
            model,
            objects,
            new Fixtures(crossings.folder(id))
                .first(profile(crossing), Station.EXPORT, model, PEEKED));
    return htmx == null
        ? Templates.exportObjects(
            frames.of(crossing, Station.EXPORT), views.of(id, Station.EXPORT), peek)
        : Templates.exportPeek(peek);
  }

  /** Saves the settings; gives the page that says what is wrong where they will not do. */
  private Optional<Object> saved(String id, Form form) throws IOException {
    SavedCrossing crossing = crossings.require(id);
    FormErrors errors = new FormErrors();
    try {
      ExportChoices.change(profile(crossing), crossing.plan(), form.wish())
          .ifPresent(settings -> crossings.change(id, Station.EXPORT, settings));
      return Optional.empty();
    } catch (StartRefused e) {
      return Optional.of(refused(id, e));
    } catch (IllegalArgumentException e) {
      errors.add(e, "");
    }
    return Optional.of(
        Response.status(Status.BAD_REQUEST.getStatusCode())
            .entity(page(views.of(id, Station.EXPORT), errors, Optional.of(form)))
            .build());
  }

  private Response refused(String id, StartRefused e) throws IOException {
    return Response.status(Status.CONFLICT.getStatusCode())
        .entity(
            page(views.of(id, Station.EXPORT, e.getMessage()), new FormErrors(), Optional.empty()))
        .build();
  }

  private TemplateInstance page(StationView view, FormErrors errors, Optional<Form> form)
      throws IOException {
    SavedCrossing crossing = view.crossing();
    java.nio.file.Path folder = crossings.folder(crossing.id());
    Results results = new Results(folder);
    Optional<Survey> survey = results.read(Station.CONNECT).map(Survey.class::cast);
    ExportChoices choices =
        form.isPresent()
            ? ExportChoices.of(profile(crossing), form.get().shown(), survey)
            : ExportChoices.of(profile(crossing), crossing.plan(), survey);
    return Templates.export(
        frames.of(crossing, Station.EXPORT),
        view,
        errors,
        new ExportView(
            choices,
            form.map(Form::indent).orElse(Integer.toString(choices.indent())),
            survey.orElse(null),
            results.read(Station.EXPORT).map(ExportResult.class::cast).orElse(null),
            new Fixtures(folder).of(Station.EXPORT).orElse(null),
            new Fixtures(folder).rejects().orElse(null)));
  }

  private static Profile profile(SavedCrossing crossing) {
    return Profiles.bundled(crossing.plan().path("profile").asText());
  }

  /** The settings as a browser sends them. */
  private record Form(Set<String> exclude, String indent, String text, String lock) {
    private static final int MOST = 16;

    private Form {
      exclude = exclude == null ? Set.of() : Set.copyOf(exclude);
      indent = indent == null ? "" : indent.strip();
    }

    /**
     * @throws IllegalArgumentException where a field will not do; the message begins with which
     */
    ExportChoices.Wish wish() {
      if (!indent.matches("\\d{1,2}") || Integer.parseInt(indent) > MOST) {
        throw new IllegalArgumentException(Texts.text("export_indent_wrong"));
      }
      return new ExportChoices.Wish(
          exclude,
          Integer.parseInt(indent),
          ascii(),
          mode().orElseThrow(() -> new IllegalArgumentException(Texts.text("export_lock_wrong"))));
    }

    /** The same as far as it makes sense, to show it again. */
    ExportChoices.Wish shown() {
      return new ExportChoices.Wish(exclude, 0, ascii(), mode().orElse(LockMode.TABLES));
    }

    private boolean ascii() {
      return !"utf8".equals(text);
    }

    private Optional<LockMode> mode() {
      return Arrays.stream(LockMode.values())
          .filter(mode -> mode.slug().equals(String.valueOf(lock).toLowerCase(Locale.ROOT)))
          .findFirst();
    }
  }
}
