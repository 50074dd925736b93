/**
 * The source as it is to arrive: what may be wrong with its rows, what was decided about it, and
 * the SQL that reads every table accordingly. Export, Verify and the survey's checks read through
 * the same view, so that they cannot disagree.
 *
 * <p>A profile, a catalog and decisions enter; FROM clauses and counting questions leave. Start
 * reading at {@link org.fixtureferry.mysql.view.SourceView}.
 */
package org.fixtureferry.mysql.view;
