package org.fixtureferry.console;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A form of a page, filled in and posted. */
final class PageForm {
  private PageForm() {}

  /**
   * Reads a page, then posts to a path what its form would.
   *
   * @param fields by name
   */
  static ValidatableResponse post(String page, String path, Map<String, ?> fields) {
    return form(page, fields).post(path).then();
  }

  /** The same as htmx does it: the answer is a fragment. */
  static ValidatableResponse postByHtmx(String page, String path, Map<String, ?> fields) {
    return form(page, fields).header("HX-Request", "true").post(path).then();
  }

  private static RequestSpecification form(String page, Map<String, ?> fields) {
    Browsing browsing = new Browsing();
    browsing.get(page);
    return browsing.form().formParams(fields);
  }
}
