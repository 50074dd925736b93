/**
 * The REST interface under /api/v1, for programs: the same calls that the pages make.
 *
 * <p>JSON in and out, problems as RFC 9457, progress as server-sent events. Changes are POST, PUT,
 * PATCH or DELETE; a POST needs a JSON content type even where its body is empty. Start reading at
 * {@link org.fixtureferry.console.api.CrossingResource}.
 */
package org.fixtureferry.console.api;
