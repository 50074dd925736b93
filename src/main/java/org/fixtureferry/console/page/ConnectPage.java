package org.fixtureferry.console.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fixtureferry.connect.Probe;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.crossing.DecideFindings;
import org.fixtureferry.crossing.Results;
import org.fixtureferry.crossing.SurveyedRows;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Connections;
import org.fixtureferry.crossing.worker.Connections.Entered;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.StartRefused;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.mysql.ConnectionFailure;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Connect: the two connections, a look through each, and what the survey found. */
@Path("/crossings")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ConnectPage {
  private final Frames frames;
  private final StationViews views;
  private final Crossings crossings;
  private final Connections connections;
  private final Worker worker;

  ConnectPage(
      Frames frames,
      StationViews views,
      Crossings crossings,
      Connections connections,
      Worker worker) {
    this.frames = frames;
    this.views = views;
    this.crossings = crossings;
    this.connections = connections;
    this.worker = worker;
  }

  @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static class Templates {
    static native TemplateInstance connect(
        Frame frame,
        StationView view,
        FormErrors errors,
        ConnectForm source,
        ConnectForm target,
        SurveyView survey);

    static native TemplateInstance connectSide(StationView view, ConnectForm form);

    private Templates() {}
  }

  @GET
  @Path("{id}/connect")
  public TemplateInstance show(@PathParam("id") String id) throws IOException {
    return page(views.of(id, Station.CONNECT), forms(id));
  }

  /** Keeps what was typed, as far as it will do, and asks the one server. */
  @POST
  @Path("{id}/connect/test/{side}")
  public Object test(
      @PathParam("id") String id,
      @PathParam("side") String slug,
      @HeaderParam("HX-Request") String htmx,
      MultivaluedMap<String, String> form)
      throws IOException {
    Side side = side(slug);
    Map<Side, ConnectForm> typed = typed(id, form);
    String refusal = keep(id, typed);
    typed.get(side).refuse(typed.get(side).entered().faults());
    Map<Side, ConnectForm> shown = new EnumMap<>(typed);
    shown.replaceAll(
        (each, old) ->
            new ConnectForm(
                each, old.entered(), crossings.hasPassword(id, each), old.errors(), null));
    if (refusal == null && shown.get(side).errors().isEmpty()) {
      shown.put(side, asked(id, shown.get(side)));
    }
    StationView view = views.of(id, Station.CONNECT, refusal);
    // A fragment is swapped in only where the answer is 200.
    return htmx == null || refusal != null
        ? page(view, shown)
        : Templates.connectSide(view, shown.get(side));
  }

  /** Keeps what was typed; both sides have to do. */
  @POST
  @Path("{id}/connect")
  public Object save(@PathParam("id") String id, MultivaluedMap<String, String> form)
      throws IOException {
    Map<Side, ConnectForm> typed = typed(id, form);
    typed.values().forEach(each -> each.refuse(each.entered().faults()));
    Entered source = typed.get(Side.SOURCE).entered();
    if (Connections.same(source, typed.get(Side.TARGET).entered()) && !source.host().isEmpty()) {
      typed.get(Side.TARGET).errors().add("target.database", Texts.text("connect_same"));
    }
    String refusal = keep(id, typed);
    boolean wrong = typed.values().stream().anyMatch(each -> !each.errors().isEmpty());
    if (wrong || refusal != null) {
      return answer(
          wrong ? Status.BAD_REQUEST : Status.CONFLICT,
          page(views.of(id, Station.CONNECT, refusal), typed));
    }
    return form.containsKey("survey") ? survey(id) : StationPages.back(id, Station.CONNECT);
  }

  /** Keeps what was decided about the findings, and surveys again, so that it holds. */
  @POST
  @Path("{id}/connect/decisions")
  public Object decide(@PathParam("id") String id, MultivaluedMap<String, String> form)
      throws IOException {
    Optional<Survey> survey = result(id);
    if (survey.isEmpty()) {
      return StationPages.back(id, Station.CONNECT);
    }
    Map<String, String> words =
        form.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0)));
    try {
      ObjectNode decisions =
          DecideFindings.decide(
              crossings.require(id).plan().get("decisions"), survey.get().findings(), words);
      ObjectNode settings = Json.MAPPER.createObjectNode();
      settings.set("decisions", decisions.isEmpty() ? null : decisions);
      crossings.change(id, Station.CONNECT, settings);
    } catch (StartRefused | IllegalArgumentException e) {
      return answer(
          e instanceof StartRefused ? Status.CONFLICT : Status.BAD_REQUEST,
          page(views.of(id, Station.CONNECT, e.getMessage()), forms(id)));
    }
    return survey(id);
  }

  private Object survey(String id) throws IOException {
    try {
      worker.start(crossings.require(id), Station.CONNECT, Optional.empty());
      return StationPages.back(id, Station.CONNECT);
    } catch (StartRefused e) {
      return answer(
          Status.CONFLICT, page(views.of(id, Station.CONNECT, e.getMessage()), forms(id)));
    }
  }

  /** Stores every side that will do; gives why nothing could be stored, or null. */
  private String keep(String id, Map<Side, ConnectForm> typed) {
    Map<Side, Entered> good = new EnumMap<>(Side.class);
    typed.forEach(
        (side, form) -> {
          if (form.errors().isEmpty() && form.entered().faults().isEmpty()) {
            good.put(side, form.entered());
          }
        });
    try {
      connections.keep(id, good);
      return null;
    } catch (StartRefused e) {
      return e.getMessage();
    }
  }

  private ConnectForm asked(String id, ConnectForm form) {
    FormErrors errors = new FormErrors();
    try {
      Probe probe = connections.test(id, form.side());
      if (form.source() && !probe.databaseVisible()) {
        errors.add("source.database", Texts.text("connect_not_visible", form.entered().database()));
      }
      return form.answering(probe, errors);
    } catch (ConnectionFailure e) {
      errors.add(
          new IllegalArgumentException(e.setting().slug() + ": " + e.reason()), form.slug() + ".");
    } catch (StationFailure e) {
      errors.add(form.field("host"), e.getMessage());
    }
    return form.answering(null, errors);
  }

  private Map<Side, ConnectForm> typed(String id, MultivaluedMap<String, String> form) {
    SavedCrossing crossing = crossings.require(id);
    Map<Side, ConnectForm> typed = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      boolean kept = crossings.hasPassword(crossing.id(), side);
      typed.put(
          side,
          new ConnectForm(side, ConnectForm.read(form, side, kept), kept, new FormErrors(), null));
    }
    return typed;
  }

  private Map<Side, ConnectForm> forms(String id) {
    SavedCrossing crossing = crossings.require(id);
    Map<Side, ConnectForm> forms = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      forms.put(
          side,
          ConnectForm.of(
              side, connections.stored(crossing, side), crossings.hasPassword(id, side)));
    }
    return forms;
  }

  private TemplateInstance page(StationView view, Map<Side, ConnectForm> forms) throws IOException {
    FormErrors errors = new FormErrors();
    forms.values().forEach(form -> form.errors().byField().forEach(errors::add));
    SurveyView survey =
        result(view.crossing().id())
            .map(each -> new SurveyView(each, SurveyedRows.of(each, view.crossing().plan())))
            .orElse(null);
    return Templates.connect(
        frames.of(view.crossing(), view.station()),
        view,
        errors,
        forms.get(Side.SOURCE),
        forms.get(Side.TARGET),
        survey);
  }

  private Optional<Survey> result(String id) throws IOException {
    return new Results(crossings.folder(id)).read(Station.CONNECT).map(Survey.class::cast);
  }

  private static Side side(String slug) {
    return Arrays.stream(Side.values())
        .filter(side -> side.name().toLowerCase(Locale.ROOT).equals(slug))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("There is no side " + slug + "."));
  }

  private static Response answer(Status status, TemplateInstance page) {
    return Response.status(status.getStatusCode()).entity(page).build();
  }
}
