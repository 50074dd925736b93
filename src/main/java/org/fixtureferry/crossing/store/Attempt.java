package org.fixtureferry.crossing.store;

import java.time.Instant;
import org.fixtureferry.crossing.AttemptState;
import org.fixtureferry.report.Station;

/**
 * One attempt to run a station.
 *
 * @param ended null while it runs
 * @param progress the last snapshot as JSON; null where there was none
 * @param failure what went wrong, in a sentence; null where nothing did
 */
public record Attempt(
    String id,
    String crossing,
    Station station,
    AttemptState state,
    Instant started,
    Instant ended,
    String progress,
    String failure) {}
