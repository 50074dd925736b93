package org.fixtureferry.console.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtureferry.console.download.FixtureDownload;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.fixture.FixtureMeta;

/** The fixtures of a crossing: what Export wrote, and what Reorder made of it. */
@Path("/api/v1/crossings/{id}/fixtures")
@Tag(name = "Fixtures")
@Blocking
public class FixtureResource {
  private final Crossings crossings;

  FixtureResource(Crossings crossings) {
    this.crossings = crossings;
  }

  /**
   * A fixture that can be downloaded.
   *
   * @param size bytes
   * @param models objects by model, in the file's order
   */
  public record FixtureAnswer(
      String name, long size, String sha256, long objects, Map<String, Long> models) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The fixtures that there are, with size, SHA-256 and objects by model")
  public List<FixtureAnswer> list(@PathParam("id") String id) throws IOException {
    List<FixtureAnswer> fixtures = new ArrayList<>();
    for (String name : FixtureDownload.NAMES) {
      java.nio.file.Path file = crossings.folder(id).resolve(name);
      if (Files.exists(file)) {
        FixtureMeta.readBeside(file)
            .ifPresent(
                meta ->
                    fixtures.add(
                        new FixtureAnswer(
                            name,
                            meta.size(),
                            meta.sha256(),
                            meta.objects(),
                            meta.objectsByModel())));
      }
    }
    return fixtures;
  }

  @GET
  @Path("{name}")
  @Produces({MediaType.APPLICATION_JSON, "application/gzip"})
  @Operation(summary = "Download a fixture; NAME.gz gives it compressed")
  public Response download(@PathParam("id") String id, @PathParam("name") String name)
      throws IOException {
    return FixtureDownload.of(crossings.require(id), crossings.folder(id), name)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no fixture \"" + name + "\" in this crossing (yet)."));
  }
}
