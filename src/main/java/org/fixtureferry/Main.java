package org.fixtureferry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
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
    int status = Cli.run(Quarkus::run, arguments);
    if (status != Cli.SERVED) {
      System.exit(status);
    }
  }
}
