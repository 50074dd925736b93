package org.fixtureferry.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fixtureferry.crossing.PlanFault;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.reorder.ReorderFixture;
import org.fixtureferry.reorder.ReorderResult;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "reorder",
    description =
        "Put a fixture's models in order: the listed ones first, the rest after, in the file's order.")
final class ReorderCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FIXTURE.json", description = "The fixture to read.")
  private Path input;

  @Parameters(
      index = "1..*",
      paramLabel = "app.model",
      description =
          "Models in the order wanted; none: the order that the profile's relations ask for.")
  private List<String> models = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "ORDERED.json",
      description = "The file to write; replaced whole or not at all.")
  private Path out;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "The profile whose relations tell the order, such as djnro-0.8.")
  private String profile;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    ReorderFixture reorder = reorder();
    PlanCommand.Screen screen = new PlanCommand.Screen(common.json());
    try (Interrupt interrupt = new Interrupt()) {
      return run(reorder, screen, interrupt.cancellation());
    }
  }

  private static int run(
      ReorderFixture reorder, PlanCommand.Screen screen, Cancellation cancellation) {
    try {
      screen.begins(Station.REORDER);
      ReorderResult result = reorder.run(screen.progress(), cancellation);
      screen.ended(result);
      result
          .objects()
          .forEach((model, objects) -> screen.say(String.format("   %-40s %,10d", model, objects)));
      return screen.end();
    } catch (StationFailure | Cancellation.Cancelled e) {
      return screen.failed(e);
    }
  }

  private ReorderFixture reorder() {
    if (!Files.isReadable(input)) {
      throw new PlanFault("The fixture " + input + " cannot be read. Check the path.");
    }
    try {
      Optional<Profile> relations = Optional.ofNullable(profile).map(Profiles::bundled);
      return new ReorderFixture(relations, input, out, models);
    } catch (IllegalArgumentException e) {
      throw new PlanFault(e.getMessage(), e);
    }
  }
}
