package org.fixtureferry.console.guard;

import io.vertx.core.Handler;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * While we listen on this machine only, answers only to this machine's names. Otherwise a page that
 * points its own name at 127.0.0.1 (DNS rebinding) could use the console of whoever visits it.
 */
final class HostGuard implements Handler<RoutingContext> {
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final boolean onThisMachineOnly;

  HostGuard(boolean onThisMachineOnly) {
    this.onThisMachineOnly = onThisMachineOnly;
  }

  @Override
  public void handle(RoutingContext request) {
    HostAndPort host = request.request().authority();
    if (onThisMachineOnly && (host == null || !OWN_NAMES.contains(host.host()))) {
      Refusal.send(
          request,
          421,
          "Wrong host",
          "This console answers to localhost and 127.0.0.1 only. To reach it by another name, start it with --host.");
      return;
    }
    request.next();
  }
}
