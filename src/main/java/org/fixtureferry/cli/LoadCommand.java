package org.fixtureferry.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fixtureferry.crossing.PlanFault;
import org.fixtureferry.crossing.RunStation;
import org.fixtureferry.load.DiffListener;
import org.fixtureferry.load.LoadResult;
import org.fixtureferry.load.ObjectDiff;
import org.fixtureferry.report.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "load",
    description =
        "Write a fixture into the prepared target, in one transaction, or show what that would change.")
final class LoadCommand extends PlanCommand {
  @Parameters(index = "0", paramLabel = "ORDERED.json", description = "The fixture to load.")
  private Path fixture;

  @Option(names = "--dry-run", description = "Show by model what would change, and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--objects",
      paramLabel = "app.model",
      arity = "0..1",
      fallbackValue = "all",
      description =
          "With --dry-run: also every object and field that would change, of all models or of one.")
  private String objects;

  @Override
  void run(RunStation run, Screen screen) {
    if (!Files.isReadable(fixture)) {
      throw new PlanFault("The fixture " + fixture + " cannot be read. Check the path.");
    }
    screen.begins(Station.LOAD);
    LoadResult result = dryRun ? run.diff(fixture, objects(screen)) : run.load(fixture);
    screen.progress().clear();
    DiffTable.print(screen, result);
    screen.ended(result);
  }

  private DiffListener objects(Screen screen) {
    return object -> {
      if (objects != null
          && object.kind() != ObjectDiff.Kind.SAME
          && (objects.equals("all") || objects.equalsIgnoreCase(object.model()))) {
        screen.add("objects", object);
        DiffTable.print(screen, object);
      }
    };
  }
}
