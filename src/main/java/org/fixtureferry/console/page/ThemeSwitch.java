package org.fixtureferry.console.page;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Light or dark, remembered in a cookie: the server writes it into the page, so that no script has
 * to run before the first paint.
 */
@Path("/theme")
public class ThemeSwitch {
  static final String COOKIE = "ferry-theme";

  private static final Set<String> THEMES = Set.of("light", "dark");

  @POST
  public Response choose(@FormParam("theme") String theme, @FormParam("to") String to) {
    NewCookie cookie =
        new NewCookie.Builder(COOKIE)
            .value(known(theme))
            .path("/")
            .maxAge((int) Duration.ofDays(365).toSeconds())
            .httpOnly(true)
            .sameSite(NewCookie.SameSite.STRICT)
            .build();
    return Response.seeOther(URI.create(OwnPath.orHome(to))).cookie(cookie).build();
  }

  /** A theme that there is, or nothing: then the system decides. */
  static String known(String theme) {
    return theme != null && THEMES.contains(theme) ? theme : "";
  }
}
