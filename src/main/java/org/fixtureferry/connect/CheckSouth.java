package org.fixtureferry.connect;

import static org.fixtureferry.report.Finding.of;
import static org.fixtureferry.report.Severity.LOOK;
import static org.fixtureferry.report.Severity.STOPS;

import java.util.List;
import org.fixtureferry.report.Finding;

/** Judges South's history: what the application's own next migration would stumble over. */
final class CheckSouth {
  private CheckSouth() {}

  static void judge(SouthHistory history, String table, Findings findings) {
    findings.check("south-state");
    List<String> begun =
        history.interim().entrySet().stream()
            .map(each -> each.getKey() + " (" + each.getValue() + ")")
            .toList();
    if (!begun.isEmpty()) {
      findings.add(
          history(
                  "South is in an interim state: "
                      + String.join("; ", begun)
                      + ". Finish or undo it on the source, or go on with the profile's schema.",
                  table,
                  List.copyOf(history.interim().keySet()))
              .decide(List.of("stop", "go-on"), null));
    }
    List<String> behind =
        history.missing().stream().filter(each -> !history.interim().containsKey(each)).toList();
    if (!behind.isEmpty()) {
      findings.add(
          history(
                  "South is behind the profile: "
                      + behind.size()
                      + (behind.size() == 1 ? " migration is" : " migrations are")
                      + " not applied ("
                      + few(behind)
                      + "). Run the application's own migrate on the source, or go on.",
                  table,
                  behind)
              .decide(List.of("stop", "go-on"), null));
    }
    if (!history.unknown().isEmpty()) {
      findings.add(
          history(
                  "South is ahead of the profile: "
                      + few(history.unknown())
                      + ". This is a later version of the application; take the profile made for it.",
                  table,
                  history.unknown())
              .decide(List.of("stop"), null));
    }
    if (!history.elsewhere().isEmpty()) {
      Finding look =
          of(
              "south-state",
              LOOK,
              "South's history names migrations of apps that the profile has none of: "
                  + few(history.elsewhere())
                  + ". Their tables are unknown to it too.");
      findings.add(
          look.at(null, table).counting(history.elsewhere().size(), samples(history.elsewhere())));
    }
  }

  private static Finding history(String text, String table, List<String> migrations) {
    return of("south-state", STOPS, text)
        .at(null, table)
        .counting(migrations.size(), samples(migrations));
  }

  private static List<Finding.Sample> samples(List<String> migrations) {
    return migrations.stream().limit(20).map(each -> new Finding.Sample(null, each)).toList();
  }

  private static String few(List<String> all) {
    return String.join(", ", all.subList(0, Math.min(5, all.size())))
        + (all.size() > 5 ? " and " + (all.size() - 5) + " more" : "");
  }
}
