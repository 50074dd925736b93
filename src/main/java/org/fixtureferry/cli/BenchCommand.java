package org.fixtureferry.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.fixtureferry.crossing.PlanFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(name = "bench", description = "The benchmark. Not there yet.")
final class BenchCommand implements Callable<Integer> {
  @Unmatched private List<String> ignored;

  @Override
  public Integer call() {
    throw new PlanFault("bench: not there yet in this version.");
  }
}
