package org.fixtureferry.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixtureferry.console.guard.SignInGuard;
import org.fixtureferry.crossing.StationOrder;
import org.fixtureferry.crossing.StationStatus;
import org.fixtureferry.crossing.store.CrossingStore;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationState;

/** Makes the frame of a page. */
@Singleton
public class Frames {
  private final CurrentVertxRequest request;
  private final CrossingStore crossings;

  Frames(CurrentVertxRequest request, CrossingStore crossings) {
    this.request = request;
    this.crossings = crossings;
  }

  /** The frame of a page that belongs to no crossing. */
  public Frame plain(String title) {
    return frame(title, null);
  }

  /** A frame without forms, for answers that no resource made: those have no token for a form. */
  public Frame bare(String title) {
    return new Frame(title, theme(), null, null, null);
  }

  /** The frame of a page of a crossing that belongs to no station. */
  public Frame of(SavedCrossing crossing, String title) {
    return frame(title, head(crossing, null));
  }

  /** The frame of a station's page. */
  public Frame of(SavedCrossing crossing, Station station) {
    return frame(Texts.of("station_name", station.slug()), head(crossing, station));
  }

  /** The frame of a page within a station, with a title of its own. */
  public Frame of(SavedCrossing crossing, Station station, String title) {
    return frame(title, head(crossing, station));
  }

  private Frame frame(String title, Frame.Crossing crossing) {
    RoutingContext current = request.getCurrent();
    return new Frame(
        title,
        theme(),
        current.get(SignInGuard.OPERATOR),
        current.request().method().name().equals("GET") ? current.normalizedPath() : "/",
        crossing);
  }

  private String theme() {
    Cookie theme = request.getCurrent().request().getCookie(ThemeSwitch.COOKIE);
    return theme == null ? "" : ThemeSwitch.known(theme.getValue());
  }

  private Frame.Crossing head(SavedCrossing crossing, Station current) {
    Map<Station, StationStatus> statuses = crossings.statuses(crossing.id());
    List<Frame.StationItem> items =
        ShownStations.ALL.stream()
            .map(
                station ->
                    new Frame.StationItem(
                        station.ordinal(),
                        station,
                        statuses.get(station).state(),
                        statuses.get(station).word(station),
                        line(statuses.get(station)),
                        station == current,
                        "/crossings/" + crossing.id() + "/" + station.slug()))
            .toList();
    return new Frame.Crossing(
        crossing.id(),
        crossing.name(),
        place(crossing.plan().get("source")),
        place(crossing.plan().get("target")),
        items);
  }

  private static String line(StationStatus status) {
    return switch (status.state()) {
      case CLOSED -> Texts.text("station_waits", names(status.waitsFor()));
      case STALE -> changed(status.changed());
      case DONE -> status.past().result().orElseThrow().summary();
      case FAILED ->
          status
              .past()
              .result()
              .filter(result -> !result.good())
              .map(result -> result.summary())
              .orElse("");
      case READY, RUNNING, INTERRUPTED -> "";
    };
  }

  static String changed(List<String> changed) {
    String first = changed.get(0);
    if (first.startsWith("settings.")) {
      return Texts.text("station_stale_settings");
    }
    return first.endsWith(StationOrder.FALLEN)
        ? Texts.text(
            "station_fallen",
            Texts.of(
                "station_name", first.substring(0, first.length() - StationOrder.FALLEN.length())))
        : Texts.of("station_stale", first);
  }

  /** All that changed, in words: "Reordered again since; Settings changed since". */
  static String allChanged(List<String> changed) {
    return changed.stream()
        .map(each -> changed(List.of(each)))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  static String names(List<Station> stations) {
    return stations.stream()
        .map(station -> Texts.of("station_name", station.slug()))
        .collect(Collectors.joining(" " + Texts.text("and") + " "));
  }

  private static String place(JsonNode endpoint) {
    return endpoint == null || !endpoint.hasNonNull("database")
        ? null
        : endpoint.path("database").asText() + " @ " + endpoint.path("host").asText();
  }

  /** The station where work goes on: the one that runs, else the first that is not done. */
  public static Station whereWorkGoesOn(Map<Station, StationStatus> statuses) {
    return ShownStations.ALL.stream()
        .filter(station -> statuses.get(station).state() == StationState.RUNNING)
        .findFirst()
        .or(
            () ->
                ShownStations.ALL.stream()
                    .filter(station -> statuses.get(station).state() != StationState.DONE)
                    .findFirst())
        .orElse(ShownStations.ALL.get(ShownStations.ALL.size() - 1));
  }
}
