package org.fixtureferry.mysql;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the source is held still while it is read; MyISAM has no snapshot. */
public enum LockMode {
  /** {@code LOCK TABLES … READ} on the database's tables. */
  TABLES,
  /** {@code FLUSH TABLES WITH READ LOCK}: the whole server. */
  SERVER,
  /** Nothing is locked; whoever chooses it says that the site is down. */
  NONE;

  @JsonValue
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
