package org.fixtureferry.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options that every command understands. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CommonOptions {
  @Option(
      names = "--json",
      description = "Print one JSON document on standard output instead of text.")
  private boolean json;

  boolean json() {
    return json;
  }
}
