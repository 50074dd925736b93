package org.fixtureferry.console.guard;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** Lets large bodies in where fixtures are handed in, and nowhere else. */
final class SizeGuard implements Handler<RoutingContext> {
  /** Enough for the longest form: some thousand decisions. */
  private static final long ELSEWHERE = 2_000_000;

  private static final Pattern UPLOAD =
      Pattern.compile("/crossings/[^/]+/export/fixture|/api/v1/crossings/[^/]+/fixtures");

  @Override
  public void handle(RoutingContext request) {
    boolean read =
        request.request().method() == HttpMethod.GET
            || request.request().method() == HttpMethod.HEAD;
    if (read || UPLOAD.matcher(request.normalizedPath()).matches()) {
      request.next();
      return;
    }
    String length = request.request().getHeader("Content-Length");
    if (length == null && request.request().getHeader("Transfer-Encoding") != null) {
      Refusal.send(request, 411, "Length needed", "Send the body with a Content-Length.");
    } else if (length != null && Long.parseLong(length) > ELSEWHERE) {
      Refusal.send(request, 413, "Too large", "This takes at most 2 MB.");
    } else {
      request.next();
    }
  }
}
