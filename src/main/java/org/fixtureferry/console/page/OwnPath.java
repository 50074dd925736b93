package org.fixtureferry.console.page;

import java.util.regex.Pattern;

/** A place to go on to that came with a request: only paths of our own count. */
final class OwnPath {
  private static final Pattern OWN = Pattern.compile("/(?:[A-Za-z0-9._~-][A-Za-z0-9/._~-]*)?");

  private OwnPath() {}

  static String orHome(String path) {
    return path != null && OWN.matcher(path).matches() ? path : "/";
  }
}
