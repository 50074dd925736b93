package org.fixtureferry.cli;

import org.fixtureferry.connect.Survey;
import org.fixtureferry.crossing.RunStation;
import org.fixtureferry.report.Station;
import picocli.CommandLine.Command;

@Command(
    name = "survey",
    description = "Look at both servers: tables, rows, charset, South, rights. Writes nothing.")
final class SurveyCommand extends PlanCommand {
  @Override
  void run(RunStation run, Screen screen) {
    screen.begins(Station.CONNECT);
    Survey survey = run.survey();
    if (!screen.json()) {
      screen.progress().clear();
      SurveyTable.print(System.out, survey);
    }
    screen.ended(survey);
  }
}
