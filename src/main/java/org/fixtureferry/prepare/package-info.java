/**
 * Station 2: makes the target database as the application's own commands would make it on InnoDB.
 *
 * <p>A profile, the source (for lengths and accounts) and the target enter; tables, first rows and
 * a {@link org.fixtureferry.prepare.PrepareResult} leave. Start reading at {@link
 * org.fixtureferry.prepare.PrepareTarget}.
 */
package org.fixtureferry.prepare;
