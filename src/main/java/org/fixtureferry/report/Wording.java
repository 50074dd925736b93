package org.fixtureferry.report;

import java.time.Duration;
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

  /** The same of a noun that takes an s: "1,075 objects". */
  public static String count(long number, String noun) {
    return count(number, noun, noun + "s");
  }

  /** "412 kB", in powers of ten. */
  public static String bytes(long bytes) {
    if (bytes < 1_000) {
      return count(bytes, "byte");
    }
    if (bytes < 1_000_000) {
      return Math.round(bytes / 1e3) + " kB";
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.UK, "%.1f MB", bytes / 1e6)
        : String.format(Locale.UK, "%.1f GB", bytes / 1e9);
  }

  /** "0.8 s", "2 min 5 s". */
  public static String duration(Duration duration) {
    if (duration.toMinutes() == 0) {
      return String.format(Locale.UK, "%.1f s", duration.toMillis() / 1000.0);
    }
    return duration.toHours() > 0
        ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }

  /** "2026-11-22 21:14 Europe/Athens". */
  public static String time(Instant instant, ZoneId zone) {
    String name = zone.getId().equals("Z") ? "UTC" : zone.getId();
    return MINUTES.format(instant.atZone(zone)) + " " + name;
  }
}
