package org.fixtureferry.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line: exit status 0 done and green, 1 failed or not green, 2 the command line or the
 * plan is wrong.
 */
@Command(
    name = "ferry",
    description =
        "Carries a legacy Django application's MySQL database to a new host, and proves that every row arrived.",
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
  /** The console was served and has ended; the JVM ends by itself. */
  public static final int SERVED = -1;

  private final Runnable console;

  Cli(Runnable console) {
    this.console = console;
  }

  /**
   * Runs a command.
   *
   * @param console serves the console until it is told to end
   * @return the exit status, or {@link #SERVED}
   */
  public static int run(Runnable console, String... arguments) {
    CommandLine line = new CommandLine(new Cli(console));
    line.setExecutionExceptionHandler((e, command, result) -> ExitStatus.of(e, command.getErr()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    return line.execute(arguments);
  }

  @Override
  public Integer call() {
    console.run();
    return SERVED;
  }

  Runnable console() {
    return console;
  }
}
