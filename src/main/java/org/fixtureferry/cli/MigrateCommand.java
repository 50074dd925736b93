package org.fixtureferry.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.crossing.Migrate;
import org.fixtureferry.crossing.Plan;
import org.fixtureferry.crossing.PlanFault;
import org.fixtureferry.crossing.RunStation;
import org.fixtureferry.crossing.WriteReport;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "migrate",
    description =
        "All of it: survey, prepare, export, reorder, load, verify. Ends at the first station that stops.")
final class MigrateCommand extends PlanCommand {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the fixture, the results and report.html go (default: FERRY_DATA/TARGET).")
  private Path out;

  @Option(
      names = "--overwrite",
      paramLabel = "DATABASE",
      description = "The target's name: what it holds may be dropped and made again.")
  private String overwrite;

  @Option(
      names = "--upgrade",
      description = "Go on to the next version of the application. Not there yet.")
  private boolean upgrade;

  @Override
  Path folder(Plan plan) {
    return out == null ? super.folder(plan) : out;
  }

  @Override
  void run(RunStation run, Screen screen) {
    if (upgrade) {
      throw new PlanFault("--upgrade: the upgrade station is not there yet. Leave the option out.");
    }
    tell(run, screen, Optional.ofNullable(overwrite));
  }

  static void tell(RunStation run, Screen screen, Optional<String> overwrite) {
    List<StationResult> results =
        Migrate.run(
            run,
            overwrite,
            new Migrate.Watcher() {
              @Override
              public void begins(Station station) {
                screen.begins(station);
              }

              @Override
              public void ended(StationResult result) {
                screen.ended(result);
              }
            });
    Path report = WriteReport.of(run.folder(), run.folder().resolve("report.html"));
    StationResult last = results.get(results.size() - 1);
    screen.say("");
    screen.say(
        last.good()
            ? "GREEN: " + last.summary()
            : "NOT GREEN: stopped at " + last.station().slug() + ". " + last.summary());
    screen.say("Report: " + report);
  }
}
