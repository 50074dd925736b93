package org.fixtureferry.crossing;

import java.time.Instant;

/**
 * What is remembered of a station's result; the result itself lies in the crossing's folder.
 *
 * @param summary one line, such as "1,075 objects, 412 kB"
 * @param good whether nothing in it stops the crossing
 * @param sha256 of what later stations are made from
 */
public record StationRecord(
    String summary, boolean good, String sha256, Ingredients madeFrom, Instant finished) {}
