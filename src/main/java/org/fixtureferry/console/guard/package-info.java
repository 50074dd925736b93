/**
 * What every request has to pass, whatever it asks for: the right host, a sane size, the same
 * origin, a session where one is asked for.
 *
 * <p>Start reading at {@link org.fixtureferry.console.guard.Guards}.
 */
package org.fixtureferry.console.guard;
