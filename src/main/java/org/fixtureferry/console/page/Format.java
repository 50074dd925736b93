package org.fixtureferry.console.page;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fixtureferry.report.Wording;

/** Numbers, sizes and times as people read them: {@code {n.grouped}}, {@code {size.bytes}}, … */
@TemplateExtension
public final class Format {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.UK);

  private static final DateTimeFormatter WITH_ZONE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.UK);

  private Format() {}

  /** 1075 → "1,075". */
  public static String grouped(long number) {
    return Wording.number(number);
  }

  /** 412345 → "412 kB". */
  public static String bytes(long size) {
    if (size < 1_000) {
      return size + " B";
    }
    String[] units = {"kB", "MB", "GB", "TB"};
    double value = size;
    int unit = -1;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1_000;
      unit++;
    }
    return String.format(Locale.UK, value < 9.95 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }

  /** "2026-11-22 21:14", in the zone of this machine. */
  public static String minute(Instant instant) {
    return MINUTE.format(instant.atZone(ZoneId.systemDefault()));
  }

  /** "2026-11-22 21:14 EET". */
  public static String withZone(Instant instant) {
    return WITH_ZONE.format(instant.atZone(ZoneId.systemDefault()));
  }

  /** 75 → "1 min 15 s". */
  public static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3_600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
  }
}
