package org.fixtureferry.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

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
public final class Cli implements Runnable {
  @Spec private CommandLine.Model.CommandSpec spec;

  /** Runs the commands that need no console. */
  public static int run(String... arguments) {
    CommandLine line = new CommandLine(new Cli());
    line.setExecutionExceptionHandler((e, command, result) -> ExitStatus.of(e, command.getErr()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    return line.execute(arguments);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "The console is not there yet. Name a command:");
  }
}
