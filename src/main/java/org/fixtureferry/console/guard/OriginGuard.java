package org.fixtureferry.console.guard;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;

/**
 * Refuses changes that another site's page asks a browser for.
 *
 * <p>A browser says where a request comes from (Sec-Fetch-Site, Origin); programs such as curl say
 * nothing, and are let in. What forms can send needs a token besides (quarkus-rest-csrf); so that
 * nothing escapes both, the REST interface takes no body that a form can make.
 */
final class OriginGuard implements Handler<RoutingContext> {
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** What a form, or a script without asking first, can send to another site. */
  private static final Set<String> FORM_TYPES =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain", "");

  @Override
  public void handle(RoutingContext request) {
    HttpServerRequest http = request.request();
    if (READING.contains(http.method())) {
      request.next();
    } else if (!sameOrigin(http)) {
      Refusal.send(
          request, 403, "Another site", "Changes are taken from this console's own pages only.");
    } else if (Refusal.isApi(request)
        && http.method() == HttpMethod.POST
        && FORM_TYPES.contains(mediaType(http))) {
      Refusal.send(
          request,
          415,
          "Media type",
          "POST with Content-Type: application/json, even where the body is empty.");
    } else {
      request.next();
    }
  }

  private static boolean sameOrigin(HttpServerRequest http) {
    String site = http.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = http.getHeader("Origin");
    return origin == null || authority(origin).equals(http.getHeader("Host"));
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String mediaType(HttpServerRequest http) {
    String type = http.getHeader("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
  }
}
