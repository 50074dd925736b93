package org.fixtureferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.fixtureferry.report.WordDiff.Kind;
import org.fixtureferry.report.WordDiff.Part;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  @Test
  void marksTheWordsThatChanged() {
    assertThat(WordDiff.of("Οι όροι, παλιοί.", "Οι όροι, νέοι."))
        .containsExactly(
            new Part(Kind.ALIKE, "Οι όροι, "),
            new Part(Kind.REMOVED, "παλιοί"),
            new Part(Kind.ADDED, "νέοι"),
            new Part(Kind.ALIKE, "."));
  }

  @Test
  void losesNothingOfEitherText() {
    String before = "<p>one\r\ntwo  three</p> four";
    String after = "<p>one\ntwo three</p>, five";
    List<Part> parts = WordDiff.of(before, after);
    assertThat(joined(parts, Kind.ADDED)).isEqualTo(before);
    assertThat(joined(parts, Kind.REMOVED)).isEqualTo(after);
  }

  @Test
  void takesLongTextsThatHaveNothingInCommonAsOneChange() {
    List<Part> parts = WordDiff.of("a ".repeat(5_000), "b ".repeat(5_000));
    assertThat(parts).hasSizeLessThan(5);
    assertThat(joined(parts, Kind.ADDED)).isEqualTo("a ".repeat(5_000));
  }

  private static String joined(List<Part> parts, Kind but) {
    return parts.stream()
        .filter(part -> part.kind() != but)
        .map(Part::text)
        .collect(Collectors.joining());
  }
}
