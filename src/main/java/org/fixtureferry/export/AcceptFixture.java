package org.fixtureferry.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.FixtureDialect;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.IndexFixture;
import org.fixtureferry.fixture.Packing;
import org.fixtureferry.fixture.UnpackFixture;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;

/** Takes a fixture that Django, or an earlier crossing, wrote, in the place of an export. */
public final class AcceptFixture {
  private final Profile profile;
  private final Path uploaded;
  private final Path file;

  public AcceptFixture(Profile profile, Path uploaded, Path file) {
    this.profile = profile;
    this.uploaded = uploaded;
    this.file = file;
  }

  /**
   * Unpacks the fixture where it is packed, reads it to its end, then puts it in its place.
   *
   * @throws org.fixtureferry.fixture.FixtureFault where it is broken, with line and column; what
   *     was in its place stays
   */
  public ExportResult run(ProgressListener listener, Cancellation cancellation) {
    try {
      Optional<Packing> packing = Packing.of(uploaded);
      if (packing.isPresent()) {
        new UnpackFixture(uploaded, packing.get(), uploaded)
            .run(Station.EXPORT, listener, cancellation);
      }
      FixtureDialect dialect = new FixtureDialect(profile);
      FixtureMeta meta =
          IndexFixture.anew(uploaded, dialect::see, Station.EXPORT, listener, cancellation);
      List<Finding> findings = dialect.onArrival();
      Files.move(
          uploaded, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          FixtureMeta.beside(uploaded),
          FixtureMeta.beside(file),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return new ExportResult(
          file.getFileName().toString(),
          meta.sha256(),
          meta.size(),
          meta.objectsByModel(),
          List.of(),
          ExportResult.HANDED_IN,
          0,
          0,
          checks(findings),
          findings);
    } catch (IOException e) {
      throw new StationFailure(
          "Taking the fixture: the file could not be read or moved. Check the data folder and its free space, then hand it in again.",
          e);
    }
  }

  private static List<CheckResult> checks(List<Finding> findings) {
    return Stream.of(
            FixtureDialect.DIALECT, FixtureDialect.UNKNOWN_MODEL, FixtureDialect.UNKNOWN_FIELD)
        .map(
            check ->
                findings.stream().anyMatch(finding -> finding.check().equals(check))
                    ? CheckResult.finding(check)
                    : CheckResult.pass(check))
        .toList();
  }
}
