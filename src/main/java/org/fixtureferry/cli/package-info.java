/**
 * The edge for a terminal: the same stations as the wizard's, headless. Nothing here decides
 * anything.
 *
 * <p>Arguments enter; text or JSON, and an exit status, leave. Start reading at {@link
 * org.fixtureferry.cli.Cli}.
 */
package org.fixtureferry.cli;
