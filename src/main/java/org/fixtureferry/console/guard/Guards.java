package org.fixtureferry.console.guard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.fixtureferry.access.Sessions;
import org.fixtureferry.access.SignIn;

/** Puts the guards in front of everything, static files included, in their order. */
@Singleton
class Guards {
  /** Above Quarkus's own filters. */
  private static final int FIRST = 1_000;

  void register(@Observes Filters filters, SignIn signIn, Sessions sessions) {
    List<Handler<RoutingContext>> guards =
        List.of(
            new HostGuard(signIn.onThisMachineOnly()),
            new SizeGuard(),
            new OriginGuard(),
            new SignInGuard(signIn, sessions));
    for (int i = 0; i < guards.size(); i++) {
      filters.register(guards.get(i), FIRST - i);
    }
  }
}
