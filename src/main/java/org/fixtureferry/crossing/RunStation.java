package org.fixtureferry.crossing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.connect.SurveySettings;
import org.fixtureferry.connect.SurveySource;
import org.fixtureferry.export.AcceptFixture;
import org.fixtureferry.export.ExportFixture;
import org.fixtureferry.export.ExportResult;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.PlainFixture;
import org.fixtureferry.load.Confirmed;
import org.fixtureferry.load.DiffListener;
import org.fixtureferry.load.LoadFixture;
import org.fixtureferry.load.LoadResult;
import org.fixtureferry.load.LoadSettings;
import org.fixtureferry.load.StoredDiff;
import org.fixtureferry.mysql.FerryMark;
import org.fixtureferry.prepare.PreparePlan;
import org.fixtureferry.prepare.PrepareResult;
import org.fixtureferry.prepare.PrepareSettings;
import org.fixtureferry.prepare.PrepareTarget;
import org.fixtureferry.reorder.ReorderFixture;
import org.fixtureferry.reorder.ReorderResult;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.verify.VerifyCrossing;
import org.fixtureferry.verify.VerifyResult;
import org.fixtureferry.verify.VerifySettings;

/** Runs one station of a crossing and stores its result in the crossing's folder. */
public final class RunStation {
  private final Crossing crossing;
  private final Clock clock;
  private final ProgressListener listener;
  private final Cancellation cancellation;
  private final Results results;

  public RunStation(
      Crossing crossing, Clock clock, ProgressListener listener, Cancellation cancellation) {
    this.crossing = crossing;
    this.clock = clock;
    this.listener = listener;
    this.cancellation = cancellation;
    this.results = new Results(crossing.folder());
  }

  /**
   * Runs a station with the files that the one before it left in the folder.
   *
   * @param overwrite the target's name, where what it holds may be dropped
   */
  public StationResult run(Station station, Optional<String> overwrite) {
    return switch (station) {
      case CONNECT -> survey();
      case PREPARE -> prepare(overwrite);
      case EXPORT -> export(fixture());
      case REORDER -> reorder();
      case LOAD -> load(ordered());
      case VERIFY -> verify();
      case HOST, UPGRADE, CUTOVER ->
          throw new PlanFault("Station " + station.slug() + " is not there yet.");
    };
  }

  public Survey survey() {
    Survey survey =
        new SurveySource(
                crossing.profile(),
                crossing.source(),
                crossing.target(),
                new SurveySettings(crossing.lock(), crossing.exclude()))
            .run(listener, cancellation);
    return results.store(
        survey.withFindings(survey.findings().stream().map(crossing.decisions()::apply).toList()));
  }

  public PrepareResult prepare(Optional<String> overwrite) {
    return results.store(prepareTarget(overwrite).run(listener, cancellation));
  }

  /** The statements of Prepare as a text for the mysql client; changes nothing. */
  public String prepareScript(Optional<String> overwrite) {
    return prepareTarget(overwrite).script();
  }

  /** What Prepare would do, and what it would do if it might overwrite; changes nothing. */
  public PreparePreview previewPrepare() {
    PrepareTarget careful = prepareTarget(Optional.empty());
    PreparePlan plan = careful.plan();
    if (!PreparePreview.asksForTheName(plan)) {
      return new PreparePreview(plan, careful.script(plan), null);
    }
    String database = crossing.target().endpoint().database();
    PrepareTarget overwriting = prepareTarget(Optional.of(database));
    PreparePlan after = overwriting.plan();
    return new PreparePreview(after, overwriting.script(after), database);
  }

  private PrepareTarget prepareTarget(Optional<String> overwrite) {
    return new PrepareTarget(
        crossing.profile(),
        crossing.source(),
        crossing.target(),
        new PrepareSettings(overwrite, crossing.decisions()),
        clock);
  }

  public ExportResult export(Path file) {
    ExportResult result =
        new ExportFixture(
                crossing.profile(), crossing.source(), crossing.exportSettings(), file, clock)
            .run(listener, cancellation);
    try {
      // Verify wants to know what the source looked like, wherever the fixture went.
      FixtureMeta.readBeside(file).orElseThrow().writeTo(seenAtExport());
    } catch (IOException e) {
      throw new UncheckedIOException("Storing what Export saw in " + crossing.folder(), e);
    }
    return results.store(result);
  }

  /**
   * Takes a fixture that was handed in, in place of an export. It is moved into the folder only
   * when it was read to its end.
   *
   * @throws org.fixtureferry.fixture.FixtureFault where it is broken, with line and column
   */
  public ExportResult accept(Path uploaded) {
    ExportResult result =
        new AcceptFixture(crossing.profile(), uploaded, fixture()).run(listener, cancellation);
    try {
      Files.deleteIfExists(seenAtExport());
    } catch (IOException e) {
      throw new UncheckedIOException("Forgetting what the last export saw", e);
    }
    return results.store(result);
  }

  public ReorderResult reorder() {
    List<String> order = crossing.plan().reorder() == null ? List.of() : crossing.plan().reorder();
    return results.store(
        new ReorderFixture(Optional.of(crossing.profile()), fixture(), ordered(), order)
            .run(listener, cancellation));
  }

  /** Loads a fixture, packed or not. */
  public LoadResult load(Path file) {
    return load(file, crossing.loadSettings());
  }

  /** The same, where every model still stands as an operator saw it; else nothing is written. */
  public LoadResult load(Path file, Confirmed confirmed) {
    return load(file, crossing.loadSettings().with(confirmed));
  }

  private LoadResult load(Path file, LoadSettings settings) {
    try (PlainFixture plain = plain(file)) {
      return results.store(
          loadFixture(plain.path(), settings, DiffListener.NO_OP).run(listener, cancellation));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** What a load would do, object by object; stores nothing. */
  public LoadResult diff(Path file, DiffListener objects) {
    try (PlainFixture plain = plain(file)) {
      return loadFixture(plain.path(), crossing.loadSettings(), objects)
          .dryRun(listener, cancellation);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private PlainFixture plain(Path file) throws IOException {
    return PlainFixture.of(file, crossing.folder(), Station.LOAD, listener, cancellation);
  }

  private static StationFailure unreadable(Path file, IOException e) {
    return new StationFailure(
        "Reading "
            + file.getFileName()
            + ": the file could not be read ("
            + e.getClass().getSimpleName()
            + "). The target stays as it was. Check the file and the free space, then load again.",
        e);
  }

  /** The same, kept for a review: see {@link #storedDiff}. */
  public LoadResult review(Path file) {
    try (StoredDiff.Writer objects = storedDiff().write()) {
      LoadResult result = diff(file, objects);
      objects.commit();
      return results.storeReview(result);
    }
  }

  public StoredDiff storedDiff() {
    return StoredDiff.ofCrossing(crossing.folder());
  }

  private LoadFixture loadFixture(Path file, LoadSettings settings, DiffListener objects) {
    String source = FerryMark.name(crossing.source().endpoint());
    return new LoadFixture(
        crossing.profile(), source, crossing.target(), settings, file, clock, objects);
  }

  public VerifyResult verify() {
    VerifySettings settings =
        new VerifySettings(
            crossing.exclude(), exported(), crossing.plan().accepted(), crossing.decisions());
    return results.store(
        new VerifyCrossing(
                crossing.profile(), crossing.source(), crossing.target(), settings, clock)
            .run(listener, cancellation));
  }

  /** What Export saw of this very source; empty where the fixture was handed in. */
  private Optional<FixtureMeta> exported() {
    try {
      return FixtureMeta.read(seenAtExport())
          .filter(meta -> FerryMark.name(crossing.source().endpoint()).equals(meta.source()));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading what Export saw from " + crossing.folder(), e);
    }
  }

  private Path seenAtExport() {
    return crossing.folder().resolve("source-at-export.json");
  }

  public Path folder() {
    return crossing.folder();
  }

  public Path fixture() {
    return crossing.folder().resolve("fixture.json");
  }

  public Path ordered() {
    return crossing.folder().resolve("ordered.json");
  }
}
