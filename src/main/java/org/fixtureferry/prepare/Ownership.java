package org.fixtureferry.prepare;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.fixtureferry.mysql.DatabaseContents;
import org.fixtureferry.mysql.FerryMark;

/** Whose a target database is. */
public enum Ownership {
  /** It does not exist yet. */
  MISSING,
  EMPTY,
  /** Its mark names this source and this profile. */
  OURS,
  /** It holds something else. */
  FOREIGN;

  @JsonValue
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Ownership of(
      DatabaseContents contents, List<FerryMark.Entry> marks, String source, String profile) {
    if (!contents.visible()) {
      return MISSING;
    }
    if (contents.empty()) {
      return EMPTY;
    }
    return !marks.isEmpty() && marks.stream().allMatch(mark -> mark.isOf(source, profile))
        ? OURS
        : FOREIGN;
  }
}
