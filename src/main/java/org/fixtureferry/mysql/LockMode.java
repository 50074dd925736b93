package org.fixtureferry.mysql;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the source is kept still while it is read: MyISAM has no snapshot. */
public enum LockMode {
  /** LOCK TABLES … READ on this database's tables. */
  TABLES,
  /** FLUSH TABLES WITH READ LOCK, for a server of one's own. */
  SERVER,
  /** Nothing: the site is down. */
  NONE;

  @JsonValue
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
