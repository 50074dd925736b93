package org.fixtureferry.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What went wrong, as RFC 9457 (application/problem+json).
 *
 * @param field the setting that was wrong; null where it was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String title, int status, String detail, String field) {
  public static final String MEDIA_TYPE = "application/problem+json";
}
