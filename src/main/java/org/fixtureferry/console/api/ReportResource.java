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
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtureferry.crossing.Reports;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;

/** The reports of a crossing, to keep and to show. */
@Path("/api/v1/crossings/{id}/reports")
@Tag(name = "Reports")
@Blocking
public class ReportResource {
  private final Crossings crossings;

  ReportResource(Crossings crossings) {
    this.crossings = crossings;
  }

  /**
   * A report that can be downloaded.
   *
   * @param told when the last result in it came about
   */
  public record ReportAnswer(String name, String href, long size, Instant told) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The reports; none as long as no station has a result")
  public List<ReportAnswer> list(@PathParam("id") String id) throws IOException {
    return new Reports(crossings.folder(id))
        .all().stream()
            .map(
                report ->
                    new ReportAnswer(
                        report.form().file(),
                        "/api/v1/crossings/" + id + "/reports/" + report.form().file(),
                        report.size(),
                        report.told()))
            .toList();
  }

  @GET
  @Path("report.html")
  @Produces(MediaType.TEXT_HTML)
  @Operation(summary = "The report as one page that needs nothing else")
  public Response html(@PathParam("id") String id) throws IOException {
    return download(crossings.require(id), Reports.Form.HTML);
  }

  @GET
  @Path("report.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The report as the command line prints it with --json")
  public Response json(@PathParam("id") String id) throws IOException {
    return download(crossings.require(id), Reports.Form.JSON);
  }

  /** Always saved, never opened in place: the console's own policy would take the page's style. */
  private Response download(SavedCrossing crossing, Reports.Form form) throws IOException {
    Reports.Report report =
        new Reports(crossings.folder(crossing.id()))
            .find(form)
            .orElseThrow(
                () -> new NotFoundException("No station of this crossing has a result yet."));
    return Response.ok(report.path().toFile())
        .header("Content-Disposition", "attachment; filename=\"" + name(crossing, report) + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** "the-evening-2026-11-22-report.html". */
  private static String name(SavedCrossing crossing, Reports.Report report) {
    String words =
        crossing
            .name()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return (words.isEmpty() ? crossing.id() : words)
        + "-"
        + DateTimeFormatter.ISO_LOCAL_DATE.format(report.told().atZone(ZoneId.systemDefault()))
        + "-"
        + report.form().file();
  }
}
