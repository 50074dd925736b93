/**
 * A Chromium for the tests: one on PATH, else the one that npm brings, else Playwright's own.
 *
 * <p>Start reading at {@link org.fixtureferry.browser.TestBrowser}.
 */
package org.fixtureferry.browser;
