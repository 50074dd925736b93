package org.fixtureferry.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.Gzip;
import org.fixtureferry.fixture.IndexFixture;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Severity;
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
      if (Gzip.isPacked(uploaded)) {
        Gzip.unpack(uploaded, Station.EXPORT, listener, cancellation);
      }
      FixtureMeta meta = IndexFixture.of(uploaded, Station.EXPORT, listener, cancellation);
      List<Finding> findings =
          meta.objectsByModel().keySet().stream()
              .filter(label -> profile.model(label).isEmpty())
              .map(
                  label ->
                      Finding.of(
                              "fixture-dialect",
                              Severity.STOPS,
                              "The fixture holds "
                                  + label
                                  + ", which profile "
                                  + profile.name()
                                  + " does not know. Choose the profile that it was dumped from.")
                          .at(label, null))
              .toList();
      Files.move(
          uploaded, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          FixtureMeta.beside(uploaded),
          FixtureMeta.beside(file),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      CheckResult check =
          findings.isEmpty()
              ? CheckResult.pass("fixture-dialect")
              : CheckResult.finding("fixture-dialect");
      return new ExportResult(
          file.getFileName().toString(),
          meta.sha256(),
          meta.size(),
          meta.objectsByModel(),
          List.of(),
          ExportResult.HANDED_IN,
          0,
          0,
          List.of(check),
          findings);
    } catch (IOException e) {
      throw new StationFailure(
          "Taking the fixture: the file could not be read or moved. Check the data folder and its free space, then hand it in again.",
          e);
    }
  }
}
