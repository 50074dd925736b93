/**
 * One migration as a whole: its plan, the order of its stations, what each was made from, and how
 * one is run.
 *
 * <p>A plan enters; results and files in the crossing's folder leave. Start reading at {@link
 * org.fixtureferry.crossing.RunStation} and {@link org.fixtureferry.crossing.StationOrder}; what is
 * kept lies in {@code store}, what runs in the background in {@code worker}.
 */
package org.fixtureferry.crossing;
