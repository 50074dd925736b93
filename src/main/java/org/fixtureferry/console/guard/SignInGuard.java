package org.fixtureferry.console.guard;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.access.Sessions;
import org.fixtureferry.access.SignIn;

/** Lets in who is signed in, where that is asked for; sends the others to the sign-in page. */
public final class SignInGuard implements Handler<RoutingContext> {
  /** The cookie that holds the session's token. */
  public static final String COOKIE = "ferry-session";

  /** Under this name the request carries the operator who sent it. */
  public static final String OPERATOR = "ferry.operator";

  private static final List<String> OPEN =
      List.of("/sign-in", "/first/", "/static/", "/favicon.svg", "/theme", "/q/health");

  private final SignIn signIn;
  private final Sessions sessions;

  SignInGuard(SignIn signIn, Sessions sessions) {
    this.signIn = signIn;
    this.sessions = sessions;
  }

  @Override
  public void handle(RoutingContext request) {
    Optional<String> operator =
        Optional.ofNullable(request.request().getCookie(COOKIE))
            .map(Cookie::getValue)
            .flatMap(sessions::operator);
    operator.ifPresent(name -> request.put(OPERATOR, name));
    String path = request.normalizedPath();
    if (!signIn.required() || operator.isPresent() || OPEN.stream().anyMatch(path::startsWith)) {
      request.next();
    } else if (Refusal.isApi(request)) {
      Refusal.send(request, 401, "Not signed in", "Sign in at /sign-in first.");
    } else if (request.request().getHeader("HX-Request") != null) {
      request.response().setStatusCode(401).putHeader("HX-Redirect", "/sign-in").end();
    } else {
      request
          .response()
          .setStatusCode(303)
          .putHeader("Location", "/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
          .end();
    }
  }
}
