package org.fixtureferry.console;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.fixtureferry.console.api.Problem;
import org.fixtureferry.console.page.ProblemPage;
import org.fixtureferry.console.page.Texts;
import org.fixtureferry.crossing.worker.StartRefused;
import org.fixtureferry.crossing.worker.UnknownCrossing;
import org.fixtureferry.report.Trace;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what was thrown into an answer: a problem for programs, a page for people. */
public class ErrorAnswers {
  private static final Logger LOG = Logger.getLogger(ErrorAnswers.class);

  private final ProblemPage page;

  ErrorAnswers(ProblemPage page) {
    this.page = page;
  }

  @ServerExceptionMapper
  Response unknown(UnknownCrossing e, RoutingContext request) {
    return answer(Status.NOT_FOUND, e.getMessage(), null, request);
  }

  @ServerExceptionMapper
  Response refused(StartRefused e, RoutingContext request) {
    return answer(Status.CONFLICT, e.getMessage(), null, request);
  }

  /** A setting that will not do; the message begins with which. */
  @ServerExceptionMapper
  Response wrongSetting(IllegalArgumentException e, RoutingContext request) {
    String[] parts = String.valueOf(e.getMessage()).split(": ", 2);
    if (parts.length < 2 || !parts[0].matches("[\\w.-]+")) {
      return broken(e, request);
    }
    return answer(Status.BAD_REQUEST, e.getMessage(), parts[0], request);
  }

  /** The message would quote what was sent, perhaps a password. */
  @ServerExceptionMapper
  Response notJson(JacksonException e, RoutingContext request) {
    String where =
        e.getLocation() == null
            ? ""
            : " (line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr()
                + ")";
    return answer(
        Status.BAD_REQUEST, "The body is not the JSON expected here" + where + ".", null, request);
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e, RoutingContext request) {
    Response response = e.getResponse();
    if (response.getStatus() < 400) {
      return response;
    }
    if (e.getCause() instanceof JacksonException cause) {
      return notJson(cause, request);
    }
    // Without a match the framework speaks of resource methods.
    String detail =
        e.getMessage().startsWith("Unable to find matching")
            ? Texts.text("error_404_why")
            : e.getMessage();
    return answer(response.getStatusInfo(), detail, null, request);
  }

  @ServerExceptionMapper
  Response broken(RuntimeException e, RoutingContext request) {
    LOG.errorf(Trace.of(e), "%s %s broke", request.request().method(), request.normalizedPath());
    return answer(
        Status.INTERNAL_SERVER_ERROR,
        "The console broke (" + e.getClass().getSimpleName() + "). Its log says where.",
        null,
        request);
  }

  private Response answer(
      Response.StatusType status, String detail, String field, RoutingContext request) {
    if (request.normalizedPath().startsWith("/api/")) {
      return Response.status(status.getStatusCode())
          .type(Problem.MEDIA_TYPE)
          .entity(new Problem(status.getReasonPhrase(), status.getStatusCode(), detail, field))
          .build();
    }
    return Response.status(status.getStatusCode())
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(page.render(status.getStatusCode(), detail))
        .build();
  }
}
