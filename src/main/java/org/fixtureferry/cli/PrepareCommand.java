package org.fixtureferry.cli;

import java.util.Optional;
import org.fixtureferry.crossing.RunStation;
import org.fixtureferry.prepare.PrepareResult;
import org.fixtureferry.report.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "prepare",
    description = "Make the target database: tables on InnoDB, foreign keys, first rows.")
final class PrepareCommand extends PlanCommand {
  @Option(names = "--sql", description = "Print the statements and change nothing.")
  private boolean sql;

  @Option(
      names = "--overwrite",
      paramLabel = "DATABASE",
      description = "The target's name: what it holds may be dropped and made again.")
  private String overwrite;

  @Override
  void run(RunStation run, Screen screen) {
    if (sql) {
      screen.print("sql", run.prepareScript(Optional.ofNullable(overwrite)));
      return;
    }
    screen.begins(Station.PREPARE);
    PrepareResult result = run.prepare(Optional.ofNullable(overwrite));
    screen.ended(result);
    Accounts.offer(screen, result);
  }
}
