package org.fixtureferry.report;

/** HTML in the making: elements are written as they are, whatever comes from outside is escaped. */
final class Html {
  private final StringBuilder text = new StringBuilder();

  Html raw(String html) {
    text.append(html);
    return this;
  }

  Html escaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append("&quot;");
        case '\'' -> text.append("&#39;");
        default -> text.append(c);
      }
    }
    return this;
  }

  /** An element with text in it. */
  Html element(String name, String value) {
    return raw("<" + name + ">").escaped(value).raw("</" + name + ">\n");
  }

  /** An element of a class, with text in it. */
  Html element(String name, String cssClass, String value) {
    return raw("<" + name + " class=\"" + cssClass + "\">").escaped(value).raw("</" + name + ">\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
