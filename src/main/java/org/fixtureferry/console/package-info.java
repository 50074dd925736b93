/**
 * The edge towards browsers and programs. It translates and decides nothing: {@code guard} looks at
 * every request before it comes in, {@code page} makes the wizard's pages, {@code api} is the REST
 * interface with its events, {@code download} hands out files.
 *
 * <p>Texts lie in messages/en.properties, templates in templates/. Start reading at {@link
 * org.fixtureferry.console.page.Frames}.
 */
package org.fixtureferry.console;
