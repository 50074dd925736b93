package org.fixtureferry.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fixtureferry.crossing.PlanFault;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.fixture.PlainFixture;
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
    Optional<Profile> relations = relations();
    reorder(relations, input); // a wrong call is told before a large file is unpacked
    PlanCommand.Screen screen = new PlanCommand.Screen(common.json());
    Path room = out.toAbsolutePath().getParent();
    try (Interrupt interrupt = new Interrupt();
        PlainFixture plain =
            PlainFixture.of(
                input, room, Station.REORDER, screen.progress(), interrupt.cancellation())) {
      return run(reorder(relations, plain.path()), screen, interrupt.cancellation());
    } catch (IOException e) {
      return screen.failed(
          new StationFailure(
              "Reading "
                  + input.getFileName()
                  + ": the file could not be read. Check it and the free space, then reorder again.",
              e));
    } catch (StationFailure | Cancellation.Cancelled e) {
      return screen.failed(e);
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

  private Optional<Profile> relations() {
    if (!Files.isReadable(input)) {
      throw new PlanFault("The fixture " + input + " cannot be read. Check the path.");
    }
    try {
      return Optional.ofNullable(profile).map(Profiles::bundled);
    } catch (IllegalArgumentException e) {
      throw new PlanFault(e.getMessage(), e);
    }
  }

  private ReorderFixture reorder(Optional<Profile> relations, Path fixture) {
    try {
      return new ReorderFixture(relations, fixture, out, models);
    } catch (IllegalArgumentException e) {
      throw new PlanFault(e.getMessage(), e);
    }
  }
}
