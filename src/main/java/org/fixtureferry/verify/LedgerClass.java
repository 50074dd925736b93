package org.fixtureferry.verify;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a source row; each counts once, in the first of these that applies. */
public enum LedgerClass {
  /** Left out by decision, and kept aside in the rejects file. */
  REJECTED,
  /** Left out by decision, or missing from the target and accepted by name. */
  LEFT_OUT,
  /** Of a model that the export was told to leave out. */
  EXCLUDED,
  /** A content type or permission that the target has under the same natural key. */
  MATCHED,
  /** In a table that no model knows. */
  LEFT_BEHIND,
  /** In the target with another value, by decision or accepted by name. */
  CHANGED,
  CARRIED;

  @JsonValue
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String words() {
    return this == MATCHED ? "matched by natural key" : slug().replace('-', ' ');
  }
}
