package org.fixtureferry.crossing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Json;

/** Writes what an operator decided about findings into a plan's "decisions". */
public final class DecideFindings {
  private static final String DEFAULT = "default";
  private static final String STOP = "stop";

  private DecideFindings() {}

  /** Whether there is more than one way to go. */
  public static boolean isOpen(Finding finding) {
    return finding.decisions().size() > 1;
  }

  /** How a form names a finding: its check and the place that a decision is for. */
  public static String key(Finding finding) {
    return finding.check() + "/" + place(finding);
  }

  /** The decision that is in force, or that would be. */
  public static String inForce(Finding finding) {
    if (finding.decided() != null) {
      return finding.decided();
    }
    return finding.decisions().contains(STOP) ? STOP : finding.decisions().get(0);
  }

  /** What a decision carries with it, "2000-01-01" of "set-date 2000-01-01"; null where nothing. */
  public static String value(String decision) {
    String[] parts = decision.split(" ", 2);
    return parts.length == 2 ? parts[1] : null;
  }

  /** Whether two decisions are of one word, whatever they carry. */
  public static boolean isSame(String one, String other) {
    return one.split(" ", 2)[0].equals(other.split(" ", 2)[0]);
  }

  /**
   * The decisions with these words in them.
   *
   * @param standing the plan's decisions; null where it has none
   * @param words by {@link #key}, and what a decision carries by the key with "/value"; a finding
   *     without a word keeps what was decided
   * @throws IllegalArgumentException where a word is not offered; the message begins with the key
   */
  public static ObjectNode decide(
      JsonNode standing, List<Finding> findings, Map<String, String> words) {
    ObjectNode decisions =
        standing instanceof ObjectNode object ? object.deepCopy() : Json.MAPPER.createObjectNode();
    for (Finding finding : findings) {
      String word = words.get(key(finding));
      if (!isOpen(finding) || word == null) {
        continue;
      }
      if (!finding.decisions().contains(word)) {
        throw new IllegalArgumentException(
            key(finding) + ": one of " + String.join(", ", finding.decisions()));
      }
      String decision = withDate(word, words.get(key(finding) + "/value"));
      if (!decision.equals(inForce(finding))) {
        put(decisions, finding, decision);
      }
    }
    return decisions;
  }

  private static String withDate(String word, String date) {
    if (value(word) == null || date == null) {
      return word;
    }
    try {
      return word.split(" ", 2)[0] + " " + LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "decisions: \"" + date + "\" is no date; write it as 2001-12-31", e);
    }
  }

  private static void put(ObjectNode decisions, Finding finding, String word) {
    ObjectNode places = Json.MAPPER.createObjectNode();
    JsonNode standing = decisions.get(finding.check());
    if (standing instanceof ObjectNode object) {
      places = object.deepCopy();
    } else if (standing != null) {
      places.set(DEFAULT, standing);
    }
    places.put(place(finding), word);
    boolean plain = places.size() == 1 && places.has(DEFAULT);
    decisions.set(finding.check(), plain ? places.get(DEFAULT) : places);
  }

  /** The narrowest place that a plan can name. */
  public static String place(Finding finding) {
    if (finding.place() == null) {
      return DEFAULT;
    }
    return finding.part() == null ? finding.place() : finding.place() + "." + finding.part();
  }
}
