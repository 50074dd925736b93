package org.fixtureferry.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Opens the sessions of the last run, and prints the link that makes the operator's account. */
@Singleton
class FirstStart {
  private static final Logger LOG = Logger.getLogger(FirstStart.class);

  private final SignIn signIn;
  private final Sessions sessions;
  private final String host;
  private final int port;

  FirstStart(
      SignIn signIn,
      Sessions sessions,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.host = host;
    this.port = port;
  }

  void started(@Observes StartupEvent event) {
    sessions.load();
    signIn
        .firstToken()
        .ifPresent(
            token ->
                LOG.infof(
                    "There is no operator account yet. Open this link once to make it:%n%n    http://%s:%d/first/%s%n",
                    shownHost(), port, token));
  }

  /** 0.0.0.0 is no address to open; the operator knows the machine's name. */
  private String shownHost() {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    return everywhere ? "HOST" : host.contains(":") ? "[" + host + "]" : host;
  }
}
