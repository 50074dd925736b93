package org.fixtureferry;

import io.quarkus.runtime.annotations.QuarkusMain;
import org.fixtureferry.cli.Cli;

/**
 * Where the program begins. The commands of a terminal run without the console's server and store,
 * so that they start at once.
 */
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    System.exit(Cli.run(arguments));
  }
}
