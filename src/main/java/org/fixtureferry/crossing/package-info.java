/**
 * One migration: its plan, the order of its stations, and how one of them is run.
 *
 * <p>A plan enters; results and files in the crossing's folder leave. Start reading at {@link
 * org.fixtureferry.crossing.RunStation}.
 */
package org.fixtureferry.crossing;
