package org.fixtureferry.verify;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.fixtureferry.report.SecretHash;
import org.fixtureferry.verify.ReadValue.Head;

/**
 * Two values that differ, as they may be printed: whole where short, else the part around the first
 * difference, and a hash where they are secret.
 *
 * @param remark where they differ, as the end of a sentence; empty where the values show it
 */
record ShownValues(String source, String target, String remark) {
  /** Characters fetched at first; hardly any value is longer. */
  private static final int HEAD = 1_000;

  /** The longest value shown whole, and the part shown of a longer one. */
  private static final int SHOWN = 80;

  /** Characters shown before the first one that differs. */
  private static final int BEFORE = 20;

  /** The longest secret hashed here; a longer one is hashed by its server first. */
  private static final int LONGEST_SECRET = 1_000_000;

  static ShownValues read(ReadValue source, ReadValue target, boolean secret) throws SQLException {
    Head left = source.head(HEAD);
    Head right = target.head(HEAD);
    if (secret) {
      boolean byServer = Math.max(left.length(), right.length()) > LONGEST_SECRET;
      return new ShownValues(secret(source, left, byServer), secret(target, right, byServer), "");
    }
    if (left.isNull() || right.isNull()) {
      return new ShownValues(start(left), start(right), "");
    }
    long place = firstDifference(source, left, target, right);
    if (place < 0) {
      return new ShownValues(
          start(left), start(right), ": the bytes differ, though they read alike");
    }
    if (Math.max(left.length(), right.length()) <= SHOWN) {
      return new ShownValues(start(left), start(right), "");
    }
    return new ShownValues(
        around(source, left, place),
        around(target, right, place),
        String.format(
            Locale.UK,
            " from character %,d on: %,d characters at the source, %,d at the target",
            place + 1,
            left.length(),
            right.length()));
  }

  /** How many characters the two have in common before they part; -1 where they never do. */
  private static long firstDifference(ReadValue source, Head left, ReadValue target, Head right)
      throws SQLException {
    int[] one = left.start().codePoints().toArray();
    int[] other = right.start().codePoints().toArray();
    int place = java.util.Arrays.mismatch(one, other);
    boolean within = place >= 0 && place < Math.min(one.length, other.length);
    if (within || left.isWhole() || right.isWhole()) {
      return place;
    }
    long alike = Math.min(one.length, other.length);
    long most = Math.min(left.length(), right.length());
    while (alike < most) {
      long middle = alike + (most - alike + 1) / 2;
      if (Objects.equals(source.hash(middle), target.hash(middle))) {
        alike = middle;
      } else {
        most = middle - 1;
      }
    }
    return alike == left.length() && alike == right.length() ? -1 : alike;
  }

  private static String around(ReadValue value, Head head, long place) throws SQLException {
    long from = Math.max(0, place - BEFORE);
    String part = value.part(from, SHOWN);
    boolean more = from + part.codePointCount(0, part.length()) < head.length();
    return (from > 0 ? "…" : "") + Shown.text(part) + (more ? "…" : "");
  }

  private static String start(Head head) {
    if (head.isNull() || head.length() <= SHOWN) {
      return Shown.text(head.start());
    }
    return Shown.text(head.start().substring(0, head.start().offsetByCodePoints(0, SHOWN))) + "…";
  }

  private static String secret(ReadValue value, Head head, boolean byServer) throws SQLException {
    if (head.isNull() || head.length() == 0) {
      return Shown.text(head.start());
    }
    return SecretHash.of(byServer ? value.hash(head.length()) : value.whole());
  }
}
