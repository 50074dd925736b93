package org.fixtureferry.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fixtureferry.crossing.Crossing;
import org.fixtureferry.crossing.Plan;
import org.fixtureferry.crossing.PlanReader;
import org.fixtureferry.crossing.RunStation;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.StationResult;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that runs stations of a plan: reads the plan, heeds Ctrl-C, prints what came of it. */
abstract class PlanCommand implements Callable<Integer> {
  @Option(
      names = "--plan",
      required = true,
      paramLabel = "PLAN.yaml",
      description = "The plan: profile, source, target and whatever else was decided.")
  private Path plan;

  @Mixin private CommonOptions common;

  /** Runs the command's stations; tells each result to the screen as soon as it is there. */
  abstract void run(RunStation run, Screen screen);

  @Override
  public final Integer call() {
    Plan read = PlanReader.read(plan);
    Path folder = folder(read);
    Crossing crossing = Crossing.of(read, System.getenv(), folder);
    Screen screen = new Screen(common.json());
    try (Interrupt interrupt = new Interrupt()) {
      return run(crossing, screen, interrupt.cancellation());
    }
  }

  private int run(Crossing crossing, Screen screen, Cancellation cancellation) {
    try {
      run(
          new RunStation(crossing, Clock.systemDefaultZone(), screen.progress(), cancellation),
          screen);
      return screen.end();
    } catch (StationFailure | Cancellation.Cancelled e) {
      return screen.failed(e);
    }
  }

  /** Where results lie: FERRY_DATA/TARGET unless the command says otherwise. */
  Path folder(Plan read) {
    return DataFolder.of(read);
  }

  /** Gathers the results of a run and shows them. */
  static final class Screen {
    private final boolean json;
    private final TerminalProgress progress = new TerminalProgress(System.err);
    private final List<StationResult> results = new ArrayList<>();
    private final ObjectNode more = Json.MAPPER.createObjectNode();
    private Station current;
    private long began;

    Screen(boolean json) {
      this.json = json;
    }

    TerminalProgress progress() {
      return progress;
    }

    void begins(Station station) {
      current = station;
      began = System.nanoTime();
      if (!json) {
        System.out.println(Telling.heading(station));
      }
    }

    void ended(StationResult result) {
      progress.clear();
      results.add(result);
      current = null;
      if (!json) {
        Telling.result(System.out, result, java.time.Duration.ofNanos(System.nanoTime() - began));
      }
    }

    void say(String line) {
      if (!json) {
        System.out.println(line);
      }
    }

    /** A text that is the command's whole result, or a member of the document. */
    void print(String name, String text) {
      if (json) {
        more.put(name, text);
      } else {
        System.out.print(text);
      }
    }

    /** A member of an array of the document; to a person it is told otherwise. */
    void add(String name, Object value) {
      if (json) {
        more.withArray("/" + name).addPOJO(value);
      }
    }

    boolean json() {
      return json;
    }

    List<StationResult> results() {
      return results;
    }

    int end() {
      if (json) {
        Output.json(System.out, results, null, null, more);
      }
      return results.stream().allMatch(StationResult::good)
          ? ExitStatus.GREEN
          : ExitStatus.NOT_GREEN;
    }

    int failed(RuntimeException e) {
      progress.clear();
      java.io.StringWriter told = new java.io.StringWriter();
      int status = ExitStatus.of(e, new java.io.PrintWriter(told, true));
      System.err.print(told);
      if (json) {
        Output.json(System.out, results, current, e.getMessage(), more);
      }
      return status;
    }
  }
}
