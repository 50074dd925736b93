package org.fixtureferry.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The command line: exit status 0 done and green, 1 failed or not green, 2 the command line or the
 * plan is wrong.
 */
@Command(
    name = "ferry",
    description =
        "Carries a legacy Django application's MySQL database to a new host, and proves that every row arrived."
            + " Without a command it serves the console, for a browser; its state lies in FERRY_DATA, else ./data.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      SurveyCommand.class,
      PrepareCommand.class,
      ExportCommand.class,
      ReorderCommand.class,
      LoadCommand.class,
      VerifyCommand.class,
      MigrateCommand.class,
      ReportCommand.class,
      UpgradeCommand.class,
      RunbookCommand.class,
      BenchCommand.class
    })
public final class Cli implements Callable<Integer> {
  private final IntSupplier console;

  @Mixin private ListenOptions listen;

  Cli(IntSupplier console) {
    this.console = console;
  }

  /**
   * Runs a command.
   *
   * @param console serves the console until it is told to end; gives the exit status
   * @return the exit status
   */
  public static int run(IntSupplier console, String... arguments) {
    CommandLine line = new CommandLine(new Cli(console));
    line.setExecutionExceptionHandler((e, command, result) -> ExitStatus.of(e, command.getErr()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    return line.execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    listen.apply();
    try (FileChannel ours = DataFolder.claim(DataFolder.root())) {
      return console.getAsInt();
    }
  }

  IntSupplier console() {
    return console;
  }
}
