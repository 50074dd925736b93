package org.fixtureferry.console.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixtureferry.crossing.DecideFindings;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/**
 * The findings of one check, as a page shows them.
 *
 * @param count rows, or other things, that they speak of together
 * @param places what is decided together, in the order of the findings
 */
public record FindingGroup(String check, long count, List<Place> places) {

  /** Findings that one decision speaks of. */
  public record Place(String key, List<Finding> findings) {
    public boolean open() {
      return DecideFindings.isOpen(findings.get(0));
    }

    public List<Option> options() {
      Finding finding = findings.get(0);
      String inForce = DecideFindings.inForce(finding);
      return finding.decisions().stream()
          .map(
              word ->
                  new Option(
                      finding.check(),
                      word,
                      DecideFindings.isSame(word, inForce),
                      DecideFindings.value(DecideFindings.isSame(word, inForce) ? inForce : word),
                      finding.effects().get(word)))
          .toList();
    }

    /** What happens where there is nothing to choose; null where the sentence says it all. */
    public String decided() {
      Finding finding = findings.get(0);
      return finding.decisions().size() == 1 && !finding.decisions().get(0).equals("stop")
          ? label(finding.check(), finding.decisions().get(0))
          : null;
    }
  }

  /**
   * A decision that may be taken.
   *
   * @param value what it carries, such as a date; null where nothing
   * @param told what it would do to these findings, as their check says; null where it says nothing
   */
  public record Option(String check, String word, boolean chosen, String value, String told) {
    public String label() {
      return FindingGroup.label(check, word);
    }

    /** What it would do; null where its name says it. */
    public String effect() {
      return told == null
          ? Texts.find("effect_" + check + "_" + word).orElse(null)
          : Character.toUpperCase(told.charAt(0)) + told.substring(1) + ".";
    }
  }

  /** Groups in the order of their weight: what stops comes first. */
  public static List<FindingGroup> of(List<Finding> findings) {
    Map<String, Map<String, List<Finding>>> byCheck = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byCheck
          .computeIfAbsent(finding.check(), check -> new LinkedHashMap<>())
          .computeIfAbsent(key(finding), key -> new ArrayList<>())
          .add(finding);
    }
    List<FindingGroup> groups = new ArrayList<>();
    byCheck.forEach(
        (check, places) ->
            groups.add(
                new FindingGroup(
                    check,
                    places.values().stream().flatMap(List::stream).mapToLong(Finding::count).sum(),
                    places.entrySet().stream()
                        .map(place -> new Place(place.getKey(), place.getValue()))
                        .toList())));
    groups.sort(
        Comparator.comparing(
            group -> List.of("stops", "decided", "look", "fine").indexOf(group.weight())));
    return groups;
  }

  public static boolean open(List<FindingGroup> groups) {
    return groups.stream().flatMap(group -> group.places.stream()).anyMatch(Place::open);
  }

  /** What stops, what was decided, else the heaviest: the icon and the word of the group. */
  public String weight() {
    if (all().anyMatch(Finding::stops)) {
      return "stops";
    }
    if (all().anyMatch(finding -> finding.severity() == Severity.STOPS)) {
      return "decided";
    }
    return all().anyMatch(finding -> finding.severity() == Severity.LOOK) ? "look" : "fine";
  }

  public String icon() {
    return weight().equals("decided") ? "check" : weight();
  }

  public String title() {
    return title(check);
  }

  /** A check in words; its slug with spaces where messages have no words for it. */
  static String title(String check) {
    return Texts.find("check_" + check)
        .orElseGet(
            () -> Character.toUpperCase(check.charAt(0)) + check.substring(1).replace('-', ' '));
  }

  private java.util.stream.Stream<Finding> all() {
    return places.stream().flatMap(place -> place.findings.stream());
  }

  private static String key(Finding finding) {
    return DecideFindings.isOpen(finding)
        ? DecideFindings.key(finding)
        : finding.check() + "/" + finding.decisions();
  }

  private static String label(String check, String decision) {
    String word = decision.split(" ", 2)[0];
    return Texts.find("decision_" + check + "_" + word)
        .or(() -> Texts.find("decision_" + word))
        .orElse(word);
  }
}
