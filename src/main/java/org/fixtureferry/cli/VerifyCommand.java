package org.fixtureferry.cli;

import org.fixtureferry.crossing.RunStation;
import org.fixtureferry.report.Station;
import picocli.CommandLine.Command;

@Command(name = "verify", description = "Compare every row of both databases, down to the field.")
final class VerifyCommand extends PlanCommand {
  @Override
  void run(RunStation run, Screen screen) {
    screen.begins(Station.VERIFY);
    screen.ended(run.verify());
  }
}
