package org.fixtureferry.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How one text becomes another, word by word. */
public final class WordDiff {
  /** Words with the white space or the sign between them: joined again, they are the text. */
  private static final Pattern BOUNDARY =
      Pattern.compile("(?<=[^\\p{L}\\p{N}])|(?=[^\\p{L}\\p{N}])");

  /** Beyond so many words that differ, comparing costs seconds, and nobody reads it. */
  private static final int MOST_WORDS = 4_000;

  private WordDiff() {}

  /** A stretch of text and what becomes of it. */
  public record Part(Kind kind, String text) {
    public boolean removed() {
      return kind == Kind.REMOVED;
    }

    public boolean added() {
      return kind == Kind.ADDED;
    }
  }

  /** What becomes of a stretch of text. */
  public enum Kind {
    ALIKE,
    REMOVED,
    ADDED
  }

  /** The stretches in order; what was removed stands before what came in its place. */
  public static List<Part> of(String before, String after) {
    List<String> old = List.of(BOUNDARY.split(before));
    List<String> now = List.of(BOUNDARY.split(after));
    int start = 0;
    while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(old.size(), now.size()) - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    List<Part> parts = new ArrayList<>();
    add(parts, Kind.ALIKE, old.subList(0, start));
    middle(parts, old.subList(start, old.size() - end), now.subList(start, now.size() - end));
    add(parts, Kind.ALIKE, old.subList(old.size() - end, old.size()));
    return parts;
  }

  private static void middle(List<Part> parts, List<String> old, List<String> now) {
    if (old.size() + now.size() > MOST_WORDS) {
      add(parts, Kind.REMOVED, old);
      add(parts, Kind.ADDED, now);
      return;
    }
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      add(parts, Kind.ALIKE, old.subList(at, delta.getSource().getPosition()));
      add(parts, Kind.REMOVED, delta.getSource().getLines());
      add(parts, Kind.ADDED, delta.getTarget().getLines());
      at = delta.getSource().getPosition() + delta.getSource().getLines().size();
    }
    add(parts, Kind.ALIKE, old.subList(at, old.size()));
  }

  private static void add(List<Part> parts, Kind kind, List<String> words) {
    if (!words.isEmpty()) {
      parts.add(new Part(kind, words.stream().collect(Collectors.joining())));
    }
  }
}
