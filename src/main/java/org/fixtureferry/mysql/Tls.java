package org.fixtureferry.mysql;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a connection is protected; the names are those of MySQL's own {@code --ssl-mode}. */
public enum Tls {
  DISABLED,
  /**
   * Encrypted where the server can, in the clear where it cannot; the survey says which it became.
   */
  PREFERRED,
  REQUIRED,
  VERIFY_CA,
  VERIFY_IDENTITY;

  @JsonValue
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
