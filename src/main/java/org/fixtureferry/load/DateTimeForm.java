package org.fixtureferry.load;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms in which Django has written dates with a time: a space or a T between, microseconds
 * from 1.4 on, a zone where USE_TZ is set. The target's columns keep naive local time.
 */
final class DateTimeForm {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2})(:\\d{2})?(\\.\\d{1,6})?"
              + "(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final Pattern FRACTION = Pattern.compile("\\((\\d)\\)");

  private final Optional<ZoneId> zone;

  DateTimeForm(Optional<ZoneId> zone) {
    this.zone = zone;
  }

  /**
   * @param text as the column takes it
   * @param aware whether the fixture's value had a zone
   * @param cut whether it had a part of a second that the column does not keep
   */
  record Read(String text, boolean aware, boolean cut) {}

  /**
   * @param columnType such as "datetime" or "datetime(6)"
   * @throws ValueFault where the value is no date and time
   */
  Read read(String value, String columnType) {
    Matcher parts = FORM.matcher(value);
    if (!parts.matches()) {
      throw new ValueFault("a date and time is written 2015-09-28 03:12:24");
    }
    String time = parts.group(2) == null ? "00:00" : parts.group(2);
    String seconds = parts.group(3) == null ? ":00" : parts.group(3);
    String text = parts.group(1) + " " + time + seconds;
    boolean aware = parts.group(5) != null;
    if (aware) {
      text = local(text, parts.group(5));
    }
    String fraction =
        parts.group(4) == null ? "" : parts.group(4).substring(1).replaceFirst("0+$", "");
    int kept = Math.min(fraction.length(), digits(columnType));
    String rest = fraction.substring(0, kept);
    return new Read(rest.isEmpty() ? text : text + "." + rest, aware, kept < fraction.length());
  }

  private String local(String text, String offset) {
    try {
      return OffsetDateTime.of(
              LocalDateTime.parse(text, SECONDS), ZoneOffset.of(offset.equals("Z") ? "Z" : offset))
          .atZoneSameInstant(zone.orElse(ZoneOffset.UTC))
          .toLocalDateTime()
          .format(SECONDS);
    } catch (DateTimeException e) {
      throw new ValueFault("a date and time with a zone is written 2015-09-28T03:12:24+03:00");
    }
  }

  private static int digits(String columnType) {
    Matcher digits = FRACTION.matcher(columnType);
    return digits.find() ? Integer.parseInt(digits.group(1)) : 0;
  }
}
