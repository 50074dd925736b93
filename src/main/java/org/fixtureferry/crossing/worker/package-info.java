/**
 * Runs stations in the background, one at a time a crossing, and tells whoever listens how far they
 * are.
 *
 * <p>Start reading at {@link org.fixtureferry.crossing.worker.Worker}.
 */
package org.fixtureferry.crossing.worker;
