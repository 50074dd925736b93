package org.fixtureferry.cli;

import java.nio.file.Path;
import org.fixtureferry.crossing.RunStation;
import org.fixtureferry.export.ExportResult;
import org.fixtureferry.fixture.Gzip;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    description = "Write the source's rows as a Django fixture, with the source held still.")
final class ExportCommand extends PlanCommand {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FIXTURE.json",
      description = "The file to write; replaced whole or not at all.")
  private Path out;

  @Option(names = "--gzip", description = "Also write FIXTURE.json.gz beside it.")
  private boolean gzip;

  @Override
  void run(RunStation run, Screen screen) {
    screen.begins(Station.EXPORT);
    ExportResult result = run.export(out);
    if (gzip) {
      Gzip.beside(out);
    }
    screen.ended(result);
    tell(screen, result);
  }

  static void tell(Screen screen, ExportResult result) {
    screen.say(
        "   "
            + result.file()
            + "  "
            + Wording.bytes(result.size())
            + "  SHA-256 "
            + result.sha256());
    result
        .objects()
        .forEach(
            (model, objects) ->
                screen.say(String.format("   %-40s %10s", model, Wording.number(objects))));
  }
}
