package org.fixtureferry.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fixtureferry.connect.sandbox.EmbeddedMariaDb;
import org.fixtureferry.connect.sandbox.SampleDatabase;
import org.fixtureferry.connect.sandbox.SandboxAccount;
import org.fixtureferry.connect.sandbox.SandboxException;
import org.fixtureferry.crossing.Crossing;
import org.fixtureferry.crossing.Plan;
import org.fixtureferry.crossing.PlanEndpoint;
import org.fixtureferry.crossing.PlanFault;
import org.fixtureferry.crossing.RunStation;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.StationFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = "A made-up legacy database on an embedded MariaDB, and its migration.")
final class DemoCommand implements Callable<Integer> {
  private static final int MOST = 100_000;

  @Option(
      names = "--run",
      description = "Migrate the sample at once, without a browser, print the result and end.")
  private boolean run;

  @Option(
      names = "--institutions",
      paramLabel = "N",
      defaultValue = "25",
      description = "Size of the sample, about 40 objects each (default: ${DEFAULT-VALUE}).")
  private int institutions;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "The profile whose sample is made.")
  private String profile;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    if (!run) {
      throw new PlanFault(
          "demo: the console is not there yet. Run the migration in the terminal: demo --run");
    }
    if (institutions < 1 || institutions > MOST) {
      throw new PlanFault("--institutions: a number from 1 to " + MOST + ".");
    }
    Profile sample = profile();
    PlanCommand.Screen screen = new PlanCommand.Screen(common.json());
    Path folder = DataFolder.root().resolve("demo");
    try (Interrupt interrupt = new Interrupt()) {
      screen.say("Starting an embedded MariaDB (the first start unpacks it) …");
      try (EmbeddedMariaDb server = EmbeddedMariaDb.start(folder)) {
        return migrate(server, sample, folder, screen, interrupt.cancellation());
      }
    } catch (StationFailure | Cancellation.Cancelled e) {
      return screen.failed(e);
    } catch (SandboxException e) {
      return screen.failed(new StationFailure(e.getMessage(), e));
    }
  }

  private int migrate(
      EmbeddedMariaDb server,
      Profile sample,
      Path folder,
      PlanCommand.Screen screen,
      Cancellation cancellation) {
    cancellation.check();
    screen.say(
        "Filling "
            + sample.sample().source()
            + " with "
            + institutions
            + " institutions on MyISAM …");
    String from = sample.sample().source();
    String to = sample.sample().target();
    SandboxAccount reader;
    SandboxAccount owner;
    try {
      SampleDatabase.create(server, sample, from, institutions);
      reader = SandboxAccount.reader(server, "reader", from);
      owner = SandboxAccount.owner(server, "ferry", to);
    } catch (SQLException e) {
      throw new StationFailure(
          "Filling the sample database failed (MySQL error "
              + e.getErrorCode()
              + "). Look at the log in "
              + folder
              + ", then run the demo again.",
          e);
    }
    PlanEndpoint source = endpoint(server, from, reader);
    PlanEndpoint target = endpoint(server, to, owner);
    Plan plan = new Plan(sample.name(), source, target, null, null, null, null, null, null, null);
    Crossing crossing =
        Crossing.of(
            plan,
            source.withPassword("source", reader.password()),
            target.withPassword("target", owner.password()),
            folder.resolve("result"));
    RunStation stations =
        new RunStation(crossing, Clock.systemDefaultZone(), screen.progress(), cancellation);
    screen.say("");
    MigrateCommand.tell(stations, screen, Optional.empty());
    return screen.end();
  }

  private Profile profile() {
    try {
      Profile found = Profiles.bundled(profile == null ? Profiles.bundled().first() : profile);
      if (found.sample() == null) {
        throw new PlanFault("--profile: " + found.name() + " brings no sample.");
      }
      return found;
    } catch (IllegalArgumentException e) {
      throw new PlanFault("--profile: " + e.getMessage(), e);
    }
  }

  private static PlanEndpoint endpoint(
      EmbeddedMariaDb server, String database, SandboxAccount account) {
    return new PlanEndpoint(
        server.host(), server.port(), database, account.user(), "DEMO_PASSWORD", "disabled");
  }
}
