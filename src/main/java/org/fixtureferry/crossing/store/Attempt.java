package org.fixtureferry.crossing.store;

import java.time.Instant;
import org.fixtureferry.crossing.AttemptState;
import org.fixtureferry.crossing.StationRunner;
import org.fixtureferry.report.Station;

/**
 * One attempt to run a station.
 *
 * @param task what it was to do
 * @param ended null while it runs
 * @param progress the last snapshot as JSON; null where there was none
 * @param failure what went wrong, in a sentence; null where nothing did
 */
public record Attempt(
    String id,
    String crossing,
    Station station,
    StationRunner.Task task,
    AttemptState state,
    Instant started,
    Instant ended,
    String progress,
    String failure) {}
