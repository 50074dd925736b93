/**
 * The built program as a process of its own: what can only be seen from outside, such as being
 * killed. These tests run after the package is built.
 *
 * <p>Start reading at {@link org.fixtureferry.process.ConsoleProcess}.
 */
package org.fixtureferry.process;
