/**
 * Station 5: first what would change in the target, then the fixture becomes rows in one
 * transaction, or nothing does.
 *
 * <p>A fixture enters, with what Export saw; a {@link org.fixtureferry.load.LoadResult} leaves.
 * Start reading at {@link org.fixtureferry.load.LoadFixture}.
 */
package org.fixtureferry.load;
