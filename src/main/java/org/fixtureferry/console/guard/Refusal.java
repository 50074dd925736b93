package org.fixtureferry.console.guard;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers a request that may not come in: a problem (RFC 9457) for programs, a line for people. */
final class Refusal {
  private Refusal() {}

  static void send(RoutingContext request, int status, String title, String detail) {
    if (isApi(request)) {
      request
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "application/problem+json")
          .end(
              new JsonObject()
                  .put("title", title)
                  .put("status", status)
                  .put("detail", detail)
                  .encode());
    } else {
      request
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "text/plain;charset=UTF-8")
          .end(title + ". " + detail + "\n");
    }
  }

  static boolean isApi(RoutingContext request) {
    return request.normalizedPath().startsWith("/api/");
  }
}
