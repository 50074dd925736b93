/**
 * One migration as a whole: the order of its stations, what each was made from, and who runs them.
 *
 * <p>Start reading at {@link org.fixtureferry.crossing.StationOrder}; what is kept lies in {@code
 * store}, what runs in {@code worker}.
 */
package org.fixtureferry.crossing;
