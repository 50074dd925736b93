package org.fixtureferry.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.fixtureferry.access.Sessions;
import org.fixtureferry.access.SignIn;
import org.fixtureferry.console.guard.SignInGuard;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Sign in, sign out, and the one-time page that makes the operator's account. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SignInPages {
  private final Frames frames;
  private final SignIn signIn;
  private final Sessions sessions;

  SignInPages(Frames frames, SignIn signIn, Sessions sessions) {
    this.frames = frames;
    this.signIn = signIn;
    this.sessions = sessions;
  }

  @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static class Templates {
    static native TemplateInstance signIn(Frame frame, FormErrors errors, String name, String to);

    static native TemplateInstance firstAccount(
        Frame frame, FormErrors errors, String name, String token, boolean open);

    private Templates() {}
  }

  @GET
  @Path("sign-in")
  public TemplateInstance form(@QueryParam("to") String to) {
    return form(new FormErrors(), "", to);
  }

  @POST
  @Path("sign-in")
  public Response enter(
      @FormParam("name") String name,
      @FormParam("password") String password,
      @FormParam("to") String to,
      @Context RoutingContext request) {
    String from = request.request().remoteAddress().hostAddress();
    FormErrors errors = new FormErrors();
    long wait = signIn.wait(from).toSeconds();
    if (wait > 0) {
      errors.add("name", Texts.text("sign_in_wait", wait));
      return answer(Status.TOO_MANY_REQUESTS, form(errors, name, to))
          .header("Retry-After", wait)
          .build();
    }
    Optional<String> token =
        name == null || password == null ? Optional.empty() : signIn.signIn(name, password, from);
    if (token.isEmpty()) {
      errors.add("name", Texts.text("sign_in_wrong"));
      return answer(Status.UNAUTHORIZED, form(errors, name, to)).build();
    }
    return Response.seeOther(URI.create(OwnPath.orHome(to)))
        .cookie(cookie(token.get(), request))
        .build();
  }

  @POST
  @Path("sign-out")
  public Response leave(
      @CookieParam(SignInGuard.COOKIE) String token, @Context RoutingContext request) {
    if (token != null) {
      sessions.end(token);
    }
    return Response.seeOther(URI.create("/sign-in")).cookie(cookie(null, request)).build();
  }

  @GET
  @Path("first/{token}")
  public Response firstForm(@PathParam("token") String token) {
    boolean open = signIn.isFirstToken(token);
    return answer(open ? Status.OK : Status.GONE, first(new FormErrors(), "operator", token, open))
        .build();
  }

  @POST
  @Path("first/{token}")
  public Response first(
      @PathParam("token") String token,
      @FormParam("name") String name,
      @FormParam("password") String password,
      @Context RoutingContext request) {
    try {
      return signIn
          .createAccount(token, name, password)
          .map(session -> Response.seeOther(URI.create("/")).cookie(cookie(session, request)))
          .orElseGet(() -> answer(Status.GONE, first(new FormErrors(), "", token, false)))
          .build();
    } catch (IllegalArgumentException e) {
      FormErrors errors = new FormErrors();
      errors.add(e, "");
      return answer(Status.BAD_REQUEST, first(errors, name, token, true)).build();
    }
  }

  private TemplateInstance form(FormErrors errors, String name, String to) {
    return Templates.signIn(
        frames.plain(Texts.text("sign_in_title")),
        errors,
        name == null ? "" : name,
        OwnPath.orHome(to));
  }

  private TemplateInstance first(FormErrors errors, String name, String token, boolean open) {
    return Templates.firstAccount(
        frames.plain(Texts.text("first_title")), errors, name == null ? "" : name, token, open);
  }

  private static Response.ResponseBuilder answer(Status status, TemplateInstance page) {
    return Response.status(status.getStatusCode()).entity(page);
  }

  private static NewCookie cookie(String token, RoutingContext request) {
    return new NewCookie.Builder(SignInGuard.COOKIE)
        .value(token == null ? "" : token)
        .path("/")
        .maxAge(token == null ? 0 : (int) Sessions.LIFETIME.toSeconds())
        .httpOnly(true)
        .secure("https".equals(request.request().scheme()))
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
