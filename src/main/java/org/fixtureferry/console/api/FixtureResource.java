package org.fixtureferry.console.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtureferry.crossing.Fixtures;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.HandIn;
import org.fixtureferry.report.Station;

/** The fixtures of a crossing: what Export and Reorder left, to fetch, and one to hand in. */
@Path("/api/v1/crossings/{id}/fixtures")
@Tag(name = "Fixtures")
@Blocking
public class FixtureResource {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

  private final Crossings crossings;
  private final HandIn handIn;

  FixtureResource(Crossings crossings, HandIn handIn) {
    this.crossings = crossings;
    this.handIn = handIn;
  }

  /**
   * A file.
   *
   * @param station whose result it belongs to
   * @param size bytes
   */
  public record FileAnswer(
      String name, Station station, long objects, long size, String sha256, URI href) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The fixtures that there are",
      description =
          "Export leaves fixture.json, Reorder ordered.json; each with a twin packed with gzip.")
  public List<FileAnswer> list(@PathParam("id") String id) throws IOException {
    List<FileAnswer> answers = new ArrayList<>();
    for (Fixtures.Stored stored : new Fixtures(crossings.folder(id)).all()) {
      for (Fixtures.File file : stored.files()) {
        answers.add(
            new FileAnswer(
                file.name(),
                stored.station(),
                stored.objects(),
                file.size(),
                file.sha256(),
                URI.create("/api/v1/crossings/" + id + "/fixtures/" + file.name())));
      }
    }
    return answers;
  }

  @GET
  @Path("{name}")
  @Operation(
      summary =
          "One fixture: fixture.json, ordered.json, or one of them with .gz; or fixture.json.rejects.jsonl, the rows that were rejected")
  @APIResponse(
      responseCode = "200",
      description = "The file; Content-Disposition names it with crossing and date.",
      content = {
        @Content(mediaType = MediaType.APPLICATION_JSON),
        @Content(mediaType = "application/gzip")
      })
  @APIResponse(responseCode = "404", description = "There is no such file yet.")
  public Response get(@PathParam("id") String id, @PathParam("name") String name)
      throws IOException {
    SavedCrossing crossing = crossings.require(id);
    if (name.equals(Fixtures.REJECTS)) {
      return rejects(crossing);
    }
    for (Fixtures.Stored stored : new Fixtures(crossings.folder(id)).all()) {
      for (Fixtures.File file : stored.files()) {
        if (file.name().equals(name)) {
          return answer(crossing, stored.station(), file);
        }
      }
    }
    throw new NotFoundException(
        "There is no " + name + " yet. Export leaves fixture.json, Reorder ordered.json.");
  }

  @POST
  @Consumes({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON, "application/gzip"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Hand in a fixture in the place of an export",
      description =
          "A Django JSON fixture, as it is or packed with gzip, bzip2, xz or zstd. It is read to its end in the background, as an attempt of station export; a fault is that attempt's failure, with line and column, and what was exported before stays.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "202", description = "It is being read.")
  public Response handIn(@PathParam("id") String id, InputStream body) throws IOException {
    SavedCrossing crossing = crossings.require(id);
    return Response.accepted(AttemptAnswer.of(handIn.take(crossing, body)))
        .location(URI.create("/api/v1/crossings/" + id + "/stations/export"))
        .build();
  }

  private Response rejects(SavedCrossing crossing) throws IOException {
    Fixtures.Rejects rejects =
        new Fixtures(crossings.folder(crossing.id()))
            .rejects()
            .orElseThrow(() -> new NotFoundException("The last export rejected nothing."));
    return Response.ok(rejects.path(), "application/jsonl")
        .header("Content-Disposition", attachment(crossing, Station.EXPORT, Fixtures.REJECTS))
        .build();
  }

  private Response answer(SavedCrossing crossing, Station station, Fixtures.File file) {
    return Response.ok(file.path(), file.packed() ? "application/gzip" : MediaType.APPLICATION_JSON)
        .header("Content-Disposition", attachment(crossing, station, file.name()))
        .build();
  }

  private String attachment(SavedCrossing crossing, Station station, String name) {
    Instant finished =
        crossings.statuses(crossing.id()).get(station).past().result().orElseThrow().finished();
    return "attachment; filename=\""
        + words(crossing)
        + "-"
        + DATE.format(finished.atZone(ZoneId.systemDefault()))
        + "-"
        + name
        + "\"";
  }

  /** The crossing's name as a part of a file's name. */
  private static String words(SavedCrossing crossing) {
    String words =
        crossing
            .name()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return words.isEmpty() ? crossing.id() : words;
  }
}
