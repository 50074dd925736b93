package org.fixtureferry.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How one check went.
 *
 * @param reason why it could not be made, or what it proved; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckResult(String check, State state, String reason) {
  /** A check that could not be made counts as an undecided stop. */
  public enum State {
    PASS,
    FINDING,
    UNCHECKED;

    @JsonValue
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static CheckResult pass(String check) {
    return new CheckResult(check, State.PASS, null);
  }

  public static CheckResult finding(String check) {
    return new CheckResult(check, State.FINDING, null);
  }

  public static CheckResult unchecked(String check, String reason) {
    return new CheckResult(check, State.UNCHECKED, reason);
  }
}
