package org.fixtureferry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
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
  private static final Class<? extends QuarkusApplication> UNTIL_TOLD_TO_END = null;

  private Main() {}

  public static void main(String... arguments) {
    System.exit(Cli.run(Main::serve, arguments));
  }

  /** Serves the console until it is told to end. */
  private static int serve() {
    AtomicInteger status = new AtomicInteger();
    // With Quarkus's own handler the JVM would end here, and the demo could not put its server
    // away.
    Quarkus.run(UNTIL_TOLD_TO_END, (code, failure) -> status.set(failure == null ? code : 1));
    return status.get();
  }
}
