package org.fixtureferry.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.fixtureferry.crossing.PlanFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
    name = "upgrade",
    description = "The upgrade to the next version of the application. Not there yet.")
final class UpgradeCommand implements Callable<Integer> {
  @Unmatched private List<String> ignored;

  @Override
  public Integer call() {
    throw new PlanFault("upgrade: not there yet in this version.");
  }
}
