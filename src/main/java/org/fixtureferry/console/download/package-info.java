/**
 * Files of a crossing on their way to a browser or a program: which are handed out, and under which
 * name.
 *
 * <p>Pages and REST both use it. Start reading at {@link
 * org.fixtureferry.console.download.FixtureDownload}.
 */
package org.fixtureferry.console.download;
