/**
 * What a station tells: progress while it runs, findings, and its result.
 *
 * <p>Every station takes a {@link org.fixtureferry.report.ProgressListener} and returns a {@link
 * org.fixtureferry.report.StationResult}. Start reading there.
 */
package org.fixtureferry.report;
