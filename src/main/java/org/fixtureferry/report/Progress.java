package org.fixtureferry.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;

/**
 * How far a running station is.
 *
 * @param phase what it does, such as "Reading rows"
 * @param subject the model or table at hand; null where the phase has none
 * @param subjectDone rows of the subject done
 * @param subjectTotal rows of the subject in all; -1 where nobody knows
 * @param done how much of this phase is done, by its unit
 * @param total how much there is in all; -1 where nobody knows
 * @param unit what "done" and "total" count
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
    Station station,
    String phase,
    String subject,
    long subjectDone,
    long subjectTotal,
    long done,
    long total,
    Unit unit) {
  /** What a phase goes through. */
  public enum Unit {
    ROWS,
    TABLES,
    BYTES;

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Counted in rows. */
  public Progress(
      Station station,
      String phase,
      String subject,
      long subjectDone,
      long subjectTotal,
      long done,
      long total) {
    this(station, phase, subject, subjectDone, subjectTotal, done, total, Unit.ROWS);
  }

  /** The same, counted otherwise. */
  public Progress in(Unit other) {
    return new Progress(station, phase, subject, subjectDone, subjectTotal, done, total, other);
  }

  public static Progress phase(Station station, String phase) {
    return new Progress(station, phase, null, 0, -1, 0, -1);
  }
}
