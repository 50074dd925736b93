/**
 * Station 3: rows of the source become a Django fixture, under a lock.
 *
 * <p>A database enters; a fixture, its description and an {@link
 * org.fixtureferry.export.ExportResult} leave. Start reading at {@link
 * org.fixtureferry.export.ExportFixture}.
 */
package org.fixtureferry.export;
