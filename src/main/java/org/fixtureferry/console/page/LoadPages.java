package org.fixtureferry.console.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.crossing.ConflictPolicy;
import org.fixtureferry.crossing.DecideFindings;
import org.fixtureferry.crossing.Results;
import org.fixtureferry.crossing.Review;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.Reviews;
import org.fixtureferry.crossing.worker.StartRefused;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.django.Model;
import org.fixtureferry.export.ExportResult;
import org.fixtureferry.load.Confirmed;
import org.fixtureferry.load.LoadResult;
import org.fixtureferry.load.LoadSettings;
import org.fixtureferry.load.ModelDiff;
import org.fixtureferry.report.Station;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Import: what would change, model by model; one last look; then the import and what it did. */
@Path("/crossings/{id}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class LoadPages {
  private static final String NAME = "name";
  private static final String DECISIONS = "decisions";

  private final Frames frames;
  private final StationViews views;
  private final Crossings crossings;
  private final Reviews reviews;
  private final Worker worker;

  LoadPages(
      Frames frames, StationViews views, Crossings crossings, Reviews reviews, Worker worker) {
    this.frames = frames;
    this.views = views;
    this.crossings = crossings;
    this.reviews = reviews;
    this.worker = worker;
  }

  @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static class Templates {
    static native TemplateInstance load(
        Frame frame, StationView view, ImportView load, FormErrors errors);

    static native TemplateInstance loadModel(
        Frame frame, StationView view, ImportView load, ModelObjects objects);

    static native TemplateInstance loadCheck(Frame frame, CheckView check, FormErrors errors);

    private Templates() {}
  }

  @GET
  @Path("load")
  public TemplateInstance show(@PathParam("id") String id) throws IOException {
    return page(views.of(id, Station.LOAD), new FormErrors());
  }

  /** Compares the ordered fixture with the target. */
  @POST
  @Path("load/review")
  public Object review(@PathParam("id") String id) throws IOException {
    try {
      worker.review(crossings.require(id));
    } catch (StartRefused e) {
      return refused(id, e);
    }
    return StationPages.back(id, Station.LOAD);
  }

  /** Stores what happens to rows that stand in the target. */
  @POST
  @Path("load/policy")
  public Object policy(@PathParam("id") String id, MultivaluedMap<String, String> form)
      throws IOException {
    SavedCrossing crossing = crossings.require(id);
    ObjectNode settings = crossing.plan().objectNode();
    settings.set(ConflictPolicy.KEY, PolicyForm.read(crossing, form));
    try {
      crossings.change(id, Station.LOAD, settings);
    } catch (StartRefused e) {
      return refused(id, e);
    } catch (IllegalArgumentException e) {
      FormErrors errors = new FormErrors();
      errors.add(e, "");
      return Response.status(Status.BAD_REQUEST.getStatusCode())
          .entity(page(views.of(id, Station.LOAD), errors))
          .build();
    }
    return Response.seeOther(URI.create("/crossings/" + id + "/load#policy")).build();
  }

  /** Keeps what was decided about the comparison's findings, and compares again. */
  @POST
  @Path("load/decisions")
  public Object decide(@PathParam("id") String id, MultivaluedMap<String, String> form)
      throws IOException {
    SavedCrossing crossing = crossings.require(id);
    Optional<Review> review = reviews.of(crossing);
    if (review.isEmpty()) {
      return StationPages.back(id, Station.LOAD);
    }
    Map<String, String> words =
        form.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0)));
    try {
      ObjectNode decisions =
          DecideFindings.decide(
              crossing.plan().get(DECISIONS), review.get().diff().findings(), words);
      ObjectNode settings = crossing.plan().objectNode();
      settings.set(DECISIONS, decisions.isEmpty() ? null : decisions);
      crossings.change(id, Station.LOAD, settings);
    } catch (StartRefused e) {
      return refused(id, e);
    } catch (IllegalArgumentException e) {
      return Response.status(Status.BAD_REQUEST.getStatusCode())
          .entity(page(views.of(id, Station.LOAD, e.getMessage()), new FormErrors()))
          .build();
    }
    return review(id);
  }

  @GET
  @Path("load/models/{model}")
  public TemplateInstance model(
      @PathParam("id") String id,
      @PathParam("model") String label,
      @QueryParam("kind") String kind,
      @QueryParam("search") String search,
      @QueryParam("page") Integer page,
      @QueryParam("open") Integer open)
      throws IOException {
    StationView view = views.of(id, Station.LOAD);
    ImportView load = load(view);
    Model model =
        Reviews.profile(view.crossing())
            .model(label)
            .orElseThrow(() -> new NotFoundException("There is no model " + label + "."));
    ModelDiff counts =
        Optional.ofNullable(load.review()).stream()
            .flatMap(review -> review.diff().models().stream())
            .filter(each -> each.model().equals(model.label()))
            .findFirst()
            .orElse(new ModelDiff(model.label(), 0, 0, 0, 0, 0, 0));
    ModelObjects.Wish wish = ModelObjects.Wish.of(kind, search, page, open);
    LoadSettings.Changed policy = reviews.policy(view.crossing()).changedOf(model.label());
    ModelObjects objects =
        new ModelObjects(
            view.base() + "/models/" + model.label(),
            model,
            wish,
            counts,
            policy,
            reviews.objects(view.crossing()).page(model.label(), wish.query(policy)));
    return Templates.loadModel(
        frames.of(view.crossing(), Station.LOAD, model.label()), view, load, objects);
  }

  @GET
  @Path("load/check")
  public Object check(@PathParam("id") String id) throws IOException {
    StationView view = views.of(id, Station.LOAD);
    return view.running() ? StationPages.back(id, Station.LOAD) : check(view, "", new FormErrors());
  }

  /** Imports, where the diff still holds and the target was named. */
  @POST
  @Path("load/start")
  public Object start(
      @PathParam("id") String id, @FormParam(NAME) String name, @FormParam("seen") String seen)
      throws IOException {
    StationView view = views.of(id, Station.LOAD);
    CheckView check = checkView(view, name == null ? "" : name.strip());
    FormErrors errors = new FormErrors();
    if (check.ready() && check.asksName() && !check.typed().equals(check.targetDatabase())) {
      errors.add(NAME, Texts.text("load_check_wrong_name", check.targetDatabase()));
    }
    if (check.ready() && seen != null && !seen.equals(check.seen())) {
      errors.add("seen", Texts.text("load_check_not_as_seen"));
    }
    if (!errors.isEmpty() || !view.running() && !check.ready()) {
      return Response.status(
              (errors.isEmpty() ? Status.CONFLICT : Status.BAD_REQUEST).getStatusCode())
          .entity(check(view, check.typed(), errors))
          .build();
    }
    try {
      worker.load(view.crossing(), new Confirmed(check.view().review().diff().models()));
    } catch (StartRefused e) {
      return refused(id, e);
    }
    return StationPages.back(id, Station.LOAD);
  }

  private Response refused(String id, StartRefused e) throws IOException {
    return Response.status(Status.CONFLICT.getStatusCode())
        .entity(page(views.of(id, Station.LOAD, e.getMessage()), new FormErrors()))
        .build();
  }

  private TemplateInstance page(StationView view, FormErrors errors) throws IOException {
    return Templates.load(frames.of(view.crossing(), Station.LOAD), view, load(view), errors);
  }

  private TemplateInstance check(StationView view, String typed, FormErrors errors)
      throws IOException {
    return Templates.loadCheck(
        frames.of(view.crossing(), Station.LOAD, Texts.text("load_check_title")),
        checkView(view, typed),
        errors);
  }

  private CheckView checkView(StationView view, String typed) throws IOException {
    Results results = new Results(crossings.folder(view.crossing().id()));
    return new CheckView(
        view.crossing(),
        view,
        load(view),
        results
            .read(Station.CONNECT)
            .filter(Survey.class::isInstance)
            .map(Survey.class::cast)
            .orElse(null),
        results
            .read(Station.EXPORT)
            .filter(ExportResult.class::isInstance)
            .map(ExportResult.class::cast)
            .orElse(null),
        typed);
  }

  private ImportView load(StationView view) throws IOException {
    Review review = reviews.of(view.crossing()).orElse(null);
    LoadResult result =
        new Results(crossings.folder(view.crossing().id()))
            .read(Station.LOAD)
            .map(LoadResult.class::cast)
            .orElse(null);
    return new ImportView(review, result);
  }
}
