package org.fixtureferry.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How far a running station is.
 *
 * @param phase what it does, such as "Reading rows"
 * @param subject the model or table at hand; null where the phase has none
 * @param subjectDone rows of the subject done
 * @param subjectTotal rows of the subject in all; -1 where nobody knows
 * @param done rows done in this phase
 * @param total rows of this phase in all; -1 where nobody knows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
    Station station,
    String phase,
    String subject,
    long subjectDone,
    long subjectTotal,
    long done,
    long total) {
  public static Progress phase(Station station, String phase) {
    return new Progress(station, phase, null, 0, -1, 0, -1);
  }
}
