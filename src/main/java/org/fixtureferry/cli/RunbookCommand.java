package org.fixtureferry.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.fixtureferry.crossing.PlanFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(name = "runbook", description = "The runbook of the new host. Not there yet.")
final class RunbookCommand implements Callable<Integer> {
  @Unmatched private List<String> ignored;

  @Override
  public Integer call() {
    throw new PlanFault("runbook: not there yet in this version.");
  }
}
