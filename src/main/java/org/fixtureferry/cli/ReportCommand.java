package org.fixtureferry.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fixtureferry.crossing.PlanReader;
import org.fixtureferry.crossing.Results;
import org.fixtureferry.crossing.WriteReport;
import org.fixtureferry.report.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "report",
    description = "Write what the stations of a plan left behind as one HTML file.")
final class ReportCommand implements Callable<Integer> {
  @Option(
      names = "--plan",
      required = true,
      paramLabel = "PLAN.yaml",
      description = "The plan whose results are told.")
  private Path plan;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "REPORT.html",
      description = "The file to write.")
  private Path out;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Where the results lie (default: FERRY_DATA/TARGET).")
  private Path from;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    Path folder = from == null ? DataFolder.of(PlanReader.read(plan)) : from;
    Path written = WriteReport.of(folder, out);
    if (common.json()) {
      Output.json(
          System.out,
          new Results(folder).all(),
          null,
          null,
          Json.MAPPER.createObjectNode().put("report", written.toString()));
    } else {
      System.out.println("Report: " + written);
    }
    return ExitStatus.GREEN;
  }
}
