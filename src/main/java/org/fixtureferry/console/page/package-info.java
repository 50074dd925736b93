/**
 * The pages of the wizard, for people: each works without JavaScript and becomes live with it.
 *
 * <p>Every page stands in a {@link org.fixtureferry.console.page.Frame}; texts come from
 * messages/en.properties by {@code {t:key}}. Start reading at {@link
 * org.fixtureferry.console.page.Frames} and {@link org.fixtureferry.console.page.StationPages}.
 */
package org.fixtureferry.console.page;
