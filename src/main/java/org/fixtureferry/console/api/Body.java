package org.fixtureferry.console.api;

/** What every body has to be. */
final class Body {
  private Body() {}

  static void required(Object body) {
    if (body == null) {
      throw new IllegalArgumentException("body: a JSON object");
    }
  }
}
