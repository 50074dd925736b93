package org.fixtureferry.console;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Says on the terminal where the console is, once it answers there. */
@Singleton
class Announcement {
  void started(@ObservesAsync HttpServerStart server) {
    String host = server.options().getHost();
    System.out.println(
        "The console is at http://" + shown(host) + ":" + port() + "/ (Ctrl-C ends it)");
  }

  /** Asked now: where port 0 was given, Quarkus has put the real one in its place. */
  private static String port() {
    return ConfigProvider.getConfig().getValue("quarkus.http.port", String.class);
  }

  /** 0.0.0.0 is no address to open; whoever starts us there knows the machine's name. */
  private static String shown(String host) {
    return switch (host) {
      case "127.0.0.1", "::1" -> "localhost";
      case "0.0.0.0", "::" -> "HOST";
      default -> host.contains(":") ? "[" + host + "]" : host;
    };
  }
}
