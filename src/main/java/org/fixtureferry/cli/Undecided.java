package org.fixtureferry.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixtureferry.crossing.DecideFindings;
import org.fixtureferry.report.Finding;

/** What a plan has to say before a crossing can go on: its undecided stops, as lines to paste. */
final class Undecided {
  private static final String STOP = "stop";

  private Undecided() {}

  /** Whether a finding stops and can be decided otherwise. */
  static boolean is(Finding finding) {
    return finding.stops() && finding.decisions().contains(STOP) && !choices(finding).isEmpty();
  }

  /** YAML of a plan's "decisions", one check a line, with the other words behind it. */
  static List<String> lines(List<Finding> findings) {
    Map<String, List<Finding>> byCheck =
        findings.stream()
            .filter(Undecided::is)
            .collect(
                Collectors.groupingBy(Finding::check, LinkedHashMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    byCheck.forEach((check, places) -> lines.add(line(check, places)));
    return lines;
  }

  private static String line(String check, List<Finding> places) {
    List<String> everywhere = new ArrayList<>(choices(places.get(0)));
    places.forEach(place -> everywhere.retainAll(choices(place)));
    if (!everywhere.isEmpty()) {
      String others = String.join(", ", everywhere.subList(1, everywhere.size()));
      return check + ": " + everywhere.get(0) + (others.isEmpty() ? "" : "   # or " + others);
    }
    return places.stream()
        .map(place -> DecideFindings.place(place) + ": " + choices(place).get(0))
        .distinct()
        .collect(Collectors.joining(", ", check + ": {", "}"));
  }

  private static List<String> choices(Finding finding) {
    return finding.decisions().stream().filter(each -> !each.equals(STOP)).toList();
  }
}
