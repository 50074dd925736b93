/**
 * What the console remembers: crossings, attempts, results' summaries, events, sealed passwords.
 *
 * <p>Entities stay in here; records leave. Start reading at {@link
 * org.fixtureferry.crossing.store.CrossingStore}.
 */
package org.fixtureferry.crossing.store;
