package org.fixtureferry;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.atomic.AtomicInteger;
import org.fixtureferry.cli.Cli;

/**
 * Where the program begins. The commands of a terminal run without the console's server and store,
 * so that they start at once and beside a console that holds the data folder; only serving the
 * console starts Quarkus.
 */
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    System.exit(Cli.run(Main::serve, arguments));
  }

  /** Serves the console until it is told to end. */
  private static int serve() {
    AtomicInteger status = new AtomicInteger();
    // Quarkus's own handler ends the JVM at once; the demo still has a server to put away.
    ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> status.set(code));
    Quarkus.run();
    return status.get();
  }
}
