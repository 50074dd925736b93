package org.fixtureferry.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How reports write numbers and times. */
public final class Wording {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.UK);

  private Wording() {}

  /** "1,093". */
  public static String number(long number) {
    return String.format(Locale.UK, "%,d", number);
  }

  /** "1 row", "1,093 rows". */
  public static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** "2026-11-22 21:14 Europe/Athens". */
  public static String time(Instant instant, ZoneId zone) {
    String name = zone.getId().equals("Z") ? "UTC" : zone.getId();
    return MINUTES.format(instant.atZone(zone)) + " " + name;
  }
}
