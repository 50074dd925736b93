/**
 * Station 4: the order of models in a fixture, so that what others need comes first.
 *
 * <p>A fixture enters; the same objects in another order leave, with what still points forward.
 * Start reading at {@link org.fixtureferry.reorder.ReorderFixture}.
 */
package org.fixtureferry.reorder;
