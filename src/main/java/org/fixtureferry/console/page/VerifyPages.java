package org.fixtureferry.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.fixtureferry.crossing.Fixtures;
import org.fixtureferry.crossing.Reports;
import org.fixtureferry.crossing.Results;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.OpenLedger;
import org.fixtureferry.crossing.worker.StartRefused;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.verify.Acceptance;
import org.fixtureferry.verify.LedgerClass;
import org.fixtureferry.verify.LedgerLine;
import org.fixtureferry.verify.LedgerLine.LedgerTable;
import org.fixtureferry.verify.LedgerRows;
import org.fixtureferry.verify.VerifyResult;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Verify: whether every row arrived, down to row and field; differences are accepted one by one.
 */
@Path("/crossings/{id}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class VerifyPages {
  private final Frames frames;
  private final StationViews views;
  private final Crossings crossings;
  private final Worker worker;
  private final OpenLedger ledger;

  VerifyPages(
      Frames frames, StationViews views, Crossings crossings, Worker worker, OpenLedger ledger) {
    this.ledger = ledger;
    this.frames = frames;
    this.views = views;
    this.crossings = crossings;
    this.worker = worker;
  }

  @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static class Templates {
    static native TemplateInstance verify(Frame frame, StationView view, VerifyView verify);

    static native TemplateInstance verifyTable(
        Frame frame, StationView view, VerifyView verify, String table, VerifyView.Page page);

    static native TemplateInstance verifyLedger(Frame frame, StationView view, LedgerLine line);

    static native TemplateInstance verifyLedgerRows(
        Frame frame,
        StationView view,
        LedgerClass kind,
        LedgerTable table,
        LedgerRows rows,
        String failure);

    private Templates() {}
  }

  @GET
  @Path("verify")
  public TemplateInstance show(@PathParam("id") String id) throws IOException {
    return page(views.of(id, Station.VERIFY));
  }

  @POST
  @Path("verify/start")
  public Object start(@PathParam("id") String id) throws IOException {
    try {
      worker.start(crossings.require(id), Station.VERIFY, Optional.empty());
    } catch (StartRefused e) {
      return refused(id, e);
    }
    return StationPages.back(id, Station.VERIFY);
  }

  @GET
  @Path("verify/tables/{table}")
  public TemplateInstance table(
      @PathParam("id") String id,
      @PathParam("table") String table,
      @QueryParam("page") Integer page)
      throws IOException {
    StationView view = views.of(id, Station.VERIFY);
    VerifyView verify = verify(view);
    if (verify == null
        || verify.result().tables().stream().noneMatch(line -> line.table().equals(table))) {
      throw new NotFoundException("Nothing was compared in a table " + table + ".");
    }
    return Templates.verifyTable(
        frames.of(view.crossing(), Station.VERIFY, table),
        view,
        verify,
        table,
        verify.page(table, page == null ? 1 : page));
  }

  /** The tables behind a number of the ledger. */
  @GET
  @Path("verify/ledger/{class}")
  public TemplateInstance ledger(@PathParam("id") String id, @PathParam("class") String slug)
      throws IOException {
    StationView view = views.of(id, Station.VERIFY);
    LedgerLine line = line(view, slug);
    return Templates.verifyLedger(
        frames.of(
            view.crossing(), Station.VERIFY, Texts.text("ledger_heading", line.kind().words())),
        view,
        line);
  }

  /** The rows behind it, asked from the source now. */
  @GET
  @Path("verify/ledger/{class}/{table}")
  public Response ledgerRows(
      @PathParam("id") String id,
      @PathParam("class") String slug,
      @PathParam("table") String name,
      @QueryParam("page") Integer page)
      throws IOException {
    StationView view = views.of(id, Station.VERIFY);
    LedgerLine line = line(view, slug);
    LedgerTable table =
        line.tables().stream()
            .filter(each -> each.table().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "No row of " + name + " is " + line.kind().words() + "."));
    LedgerRows rows = null;
    String failure = null;
    try {
      rows = ledger.page(id, line.kind(), name, page == null ? 1 : page);
    } catch (StationFailure e) {
      failure = e.getMessage();
    }
    return Response.status(
            failure == null ? Status.OK.getStatusCode() : Status.BAD_GATEWAY.getStatusCode())
        .entity(
            Templates.verifyLedgerRows(
                frames.of(view.crossing(), Station.VERIFY, name),
                view,
                line.kind(),
                table,
                rows,
                failure))
        .build();
  }

  private LedgerLine line(StationView view, String slug) throws IOException {
    VerifyView verify = verify(view);
    return Arrays.stream(LedgerClass.values())
        .filter(kind -> kind.slug().equals(slug))
        .findFirst()
        .flatMap(kind -> verify == null ? Optional.empty() : verify.line(kind))
        .orElseThrow(() -> new NotFoundException("The ledger counts no rows as " + slug + "."));
  }

  /** Where an act on a difference came from, to go back to. */
  public static class Difference {
    @FormParam("check")
    String check;

    @FormParam("model")
    String model;

    @FormParam("pk")
    String pk;

    @FormParam("field")
    String field;

    @FormParam("value")
    String value;

    @FormParam("table")
    String table;

    @FormParam("page")
    Integer page;

    @FormParam("place")
    Integer place;

    /** What a form does not carry is null, not empty. */
    Acceptance acceptance() {
      return new Acceptance(check, model, given(pk), given(field), given(value));
    }

    Response back(String crossing) {
      UriBuilder back = UriBuilder.fromPath("/crossings/{id}/verify");
      if (given(table) != null) {
        back.path("tables/{table}");
        if (page != null && page > 1) {
          back.queryParam("page", page);
        }
      }
      back.fragment(place == null ? "accepted" : "difference-" + place);
      return Response.seeOther(
              given(table) == null ? back.build(crossing) : back.build(crossing, table))
          .build();
    }

    private static String given(String text) {
      return text == null || text.isEmpty() ? null : text;
    }
  }

  @POST
  @Path("verify/accept")
  public Object accept(@PathParam("id") String id, @BeanParam Difference difference)
      throws IOException {
    try {
      crossings.accept(id, difference.acceptance());
    } catch (StartRefused e) {
      return refused(id, e);
    }
    return difference.back(id);
  }

  @POST
  @Path("verify/take-back")
  public Object takeBack(@PathParam("id") String id, @BeanParam Difference difference)
      throws IOException {
    try {
      crossings.takeBack(id, difference.acceptance());
    } catch (StartRefused e) {
      return refused(id, e);
    }
    return difference.back(id);
  }

  private Response refused(String id, StartRefused e) throws IOException {
    return Response.status(Status.CONFLICT.getStatusCode())
        .entity(page(views.of(id, Station.VERIFY, e.getMessage())))
        .build();
  }

  private TemplateInstance page(StationView view) throws IOException {
    return Templates.verify(frames.of(view.crossing(), Station.VERIFY), view, verify(view));
  }

  private VerifyView verify(StationView view) throws IOException {
    java.nio.file.Path folder = crossings.folder(view.crossing().id());
    Optional<VerifyResult> result =
        new Results(folder).read(Station.VERIFY).map(VerifyResult.class::cast);
    return result.isEmpty()
        ? null
        : new VerifyView(
            result.get(),
            Crossings.accepted(view.crossing()),
            new Reports(folder).all(),
            new Fixtures(folder).rejects().orElse(null));
  }
}
