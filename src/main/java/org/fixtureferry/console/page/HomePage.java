package org.fixtureferry.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fixtureferry.crossing.StationStatus;
import org.fixtureferry.crossing.store.CrossingStore;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.report.Station;

/** The list of crossings. */
@Path("/")
@Blocking
public class HomePage {
  private final Frames frames;
  private final CrossingStore crossings;

  HomePage(Frames frames, CrossingStore crossings) {
    this.frames = frames;
    this.crossings = crossings;
  }

  /** A crossing in the list: the station where work goes on, and how that one stands. */
  public record Row(String id, String name, Station station, String state, Instant changed) {}

  @CheckedTemplate(basePath = "")
  static class Templates {
    static native TemplateInstance home(Frame frame, List<Row> crossings);

    private Templates() {}
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance home() {
    return Templates.home(
        frames.plain(Texts.text("home_title")), crossings.all().stream().map(this::row).toList());
  }

  private Row row(SavedCrossing crossing) {
    Map<Station, StationStatus> statuses = crossings.statuses(crossing.id());
    Station station = Frames.whereWorkGoesOn(statuses);
    return new Row(
        crossing.id(),
        crossing.name(),
        station,
        statuses.get(station).word(station),
        crossing.changed());
  }
}
