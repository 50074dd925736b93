package org.fixtureferry.mysql;

import java.util.Locale;
import org.fixtureferry.report.StationFailure;

/** A server did not answer, or did not let us in. Says which setting to look at first. */
public final class ConnectionFailure extends StationFailure {
  private static final long serialVersionUID = 1L;

  /** The setting of an {@link Endpoint} that is most likely wrong. */
  public enum Setting {
    HOST,
    PORT,
    DATABASE,
    PASSWORD,
    TLS;

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Setting setting;
  private final String reason;

  ConnectionFailure(Setting setting, String start, String reason, Throwable cause) {
    super(start + reason, cause);
    this.setting = setting;
    this.reason = reason;
  }

  public Setting setting() {
    return setting;
  }

  /** What happened and what to do next, without naming the server again. */
  public String reason() {
    return reason;
  }
}
