package org.fixtureferry.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fixtureferry.connect.sandbox.EmbeddedMariaDb;
import org.fixtureferry.connect.sandbox.Folders;
import org.fixtureferry.connect.sandbox.SampleDatabase;
import org.fixtureferry.connect.sandbox.SandboxException;
import org.fixtureferry.crossing.Migrate;
import org.fixtureferry.crossing.PlanFault;
import org.fixtureferry.crossing.RunStation;
import org.fixtureferry.crossing.worker.FirstCrossings;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.StationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "demo",
    description =
        "A made-up legacy database on an embedded MariaDB, to migrate in the browser: serves the console with two crossings to try,"
            + " one to an empty target and one to a target that holds an older rehearsal. Everything is made afresh at each start.")
final class DemoCommand implements Callable<Integer> {
  private static final int MOST = 99_999;

  @ParentCommand private Cli cli;

  @Option(
      names = "--run",
      description = "Migrate the sample at once, without a browser, print the result and end.")
  private boolean run;

  @Option(
      names = "--dirty",
      description =
          "With rows such as years on MyISAM leave in a database: everything that the survey finds is in it."
              + " Some of it has to be decided: with --run the demo says what, and ends.")
  private boolean dirty;

  @Option(
      names = "--sql",
      description =
          "Only print the sample as SQL, for the mysql client of a server of your own, and end.")
  private boolean sql;

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

  @Mixin private ListenOptions listen;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    if (institutions < 1 || institutions > MOST) {
      throw new PlanFault("--institutions: a number from 1 to " + MOST + ".");
    }
    Profile sample = profile();
    if (sql) {
      System.out.print(SampleDatabase.script(sample, sample.sample().source(), institutions));
      if (dirty) {
        System.out.print(SampleDatabase.dirtScript(sample));
      }
      return ExitStatus.GREEN;
    }
    listen.apply();
    PlanCommand.Screen screen = new PlanCommand.Screen(common.json());
    Path folder = DataFolder.root().resolve("demo");
    // Ctrl-C is how the console ends: then nothing went wrong.
    try (Interrupt interrupt = new Interrupt(run ? ExitStatus.NOT_GREEN : ExitStatus.GREEN)) {
      return run(sample, folder, screen, interrupt.cancellation());
    }
  }

  private int run(
      Profile sample, Path folder, PlanCommand.Screen screen, Cancellation cancellation) {
    screen.say("Starting an embedded MariaDB (the first start unpacks it) …");
    try (EmbeddedMariaDb server = EmbeddedMariaDb.start(folder)) {
      server.keepUntilClosed();
      cancellation.check();
      screen.say(
          "Filling "
              + sample.sample().source()
              + " with "
              + institutions
              + (institutions == 1 ? " institution" : " institutions")
              + " on MyISAM …");
      DemoSite site = DemoSite.fill(server, sample, institutions);
      if (run && dirty) {
        site.soil();
      }
      return run
          ? migrate(site, folder.resolve("result"), screen, cancellation)
          : serve(site, folder, screen, cancellation);
    } catch (StationFailure | Cancellation.Cancelled e) {
      return screen.failed(e);
    } catch (SandboxException e) {
      return screen.failed(new StationFailure(e.getMessage(), e));
    }
  }

  private static int migrate(
      DemoSite site, Path folder, PlanCommand.Screen screen, Cancellation cancellation) {
    screen.say("");
    MigrateCommand.tell(
        new RunStation(
            site.crossingTo(site.target(), folder),
            Clock.systemDefaultZone(),
            screen.progress(),
            cancellation),
        screen,
        Optional.empty());
    return screen.end();
  }

  private int serve(
      DemoSite site, Path folder, PlanCommand.Screen screen, Cancellation cancellation) {
    Path data = folder.resolve("console");
    try (FileChannel ours = DataFolder.claim(folder)) {
      Folders.delete(data);
      screen.say(
          "Rehearsing: importing it into "
              + site.rehearsal()
              + ", then letting the source change a little …");
      rehearse(site, folder.resolve("rehearsal"), cancellation);
      site.later();
      if (dirty) {
        site.soil();
      }
      cancellation.check();
      want("Demo: over an older rehearsal", site, site.rehearsal());
      want("Demo", site, site.target());
      // Absolute: H2 refuses a relative path without a dot.
      System.setProperty("ferry.data", data.toAbsolutePath().normalize().toString());
      return cli.console().getAsInt();
    } catch (IOException e) {
      throw new UncheckedIOException("Making the demo's folder " + data, e);
    }
  }

  private static void rehearse(DemoSite site, Path folder, Cancellation cancellation)
      throws IOException {
    RunStation stations =
        new RunStation(
            site.crossingTo(site.rehearsal(), folder),
            Clock.systemDefaultZone(),
            ProgressListener.NO_OP,
            cancellation);
    List<StationResult> results =
        Migrate.run(
            stations,
            Optional.empty(),
            new Migrate.Watcher() {
              @Override
              public void begins(Station station) {}

              @Override
              public void ended(StationResult result) {}
            });
    StationResult last = results.get(results.size() - 1);
    if (!last.good()) {
      throw new StationFailure(
          "The rehearsal stopped at " + last.station().slug() + ": " + last.summary());
    }
    Folders.delete(folder);
  }

  private static void want(String name, DemoSite site, String target) {
    FirstCrossings.want(
        new FirstCrossings.Wanted(name, site.profile().name(), site.source(), site.target(target)));
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
}
