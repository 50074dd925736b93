package org.fixtureferry.console.page;

import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.django.Model;
import org.fixtureferry.load.ObjectDiff;
import org.fixtureferry.report.WordDiff;

/**
 * A field of an object, old and new.
 *
 * @param words the two as one text with what was removed and added; empty where they stand side by
 *     side
 */
public record FieldLine(String name, Value before, Value after, List<WordDiff.Part> words) {
  /** From here on a text is read as a whole rather than beside the other. */
  private static final int LONG = 60;

  /** A stretch that did not change is shortened to its ends. */
  private static final int ALIKE = 240;

  /** The most of a value that a page shows. */
  private static final int SHOWN = 4_000;

  /** What a cell shows. */
  public enum Kind {
    /** The object, and so the value, is not on that side. */
    ABSENT,
    NULL,
    EMPTY,
    /** A relation that points at nothing. */
    NONE,
    SECRET,
    TEXT
  }

  /**
   * A value on one side.
   *
   * @param text as far as it is shown
   * @param length of the whole value, where it is longer than that; 0 otherwise
   */
  public record Value(Kind kind, String text, long length) {
    public boolean shortened() {
      return length > 0;
    }
  }

  static FieldLine of(Model model, ObjectDiff.Kind kind, ObjectDiff.FieldDiff field) {
    boolean relation = model.manyToMany(field.field()).isPresent();
    Value before = value(field.before(), kind == ObjectDiff.Kind.NEW, field.secret(), relation);
    Value after =
        value(field.after(), kind == ObjectDiff.Kind.ONLY_IN_TARGET, field.secret(), relation);
    boolean readAsOne =
        before.kind == Kind.TEXT
            && after.kind == Kind.TEXT
            && (isLong(field.before()) || isLong(field.after()));
    return new FieldLine(
        field.field(),
        before,
        after,
        readAsOne ? shortened(WordDiff.of(field.before(), field.after())) : List.of());
  }

  public boolean asOne() {
    return !words.isEmpty();
  }

  private static Value value(String text, boolean absent, boolean secret, boolean relation) {
    if (absent) {
      return new Value(Kind.ABSENT, "", 0);
    }
    if (text == null) {
      return new Value(relation ? Kind.NONE : Kind.NULL, "", 0);
    }
    if (text.isEmpty()) {
      return new Value(relation ? Kind.NONE : Kind.EMPTY, "", 0);
    }
    if (secret) {
      return new Value(Kind.SECRET, text, 0);
    }
    return text.length() <= SHOWN
        ? new Value(Kind.TEXT, text, 0)
        : new Value(Kind.TEXT, text.substring(0, SHOWN), text.length());
  }

  private static boolean isLong(String text) {
    return text.length() > LONG || text.indexOf('\n') >= 0;
  }

  private static List<WordDiff.Part> shortened(List<WordDiff.Part> parts) {
    List<WordDiff.Part> shown = new ArrayList<>();
    for (WordDiff.Part part : parts) {
      int most = part.kind() == WordDiff.Kind.ALIKE ? ALIKE : SHOWN;
      String text = part.text();
      shown.add(
          text.length() <= most
              ? part
              : new WordDiff.Part(
                  part.kind(),
                  text.substring(0, most / 2)
                      + " "
                      + Texts.text("load_left_out", (long) (text.length() - most / 2 * 2))
                      + " "
                      + text.substring(text.length() - most / 2)));
    }
    return shown;
  }
}
