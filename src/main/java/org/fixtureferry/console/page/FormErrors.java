package org.fixtureferry.console.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a form, by field, in the order of its fields. */
public final class FormErrors {
  private final Map<String, String> byField = new LinkedHashMap<>();

  /** Adds what is wrong with a field; the first word stands. */
  public void add(String field, String text) {
    byField.putIfAbsent(field, text);
  }

  /** Adds a message that begins with its field, such as "host: a host name or an address". */
  public void add(IllegalArgumentException e, String prefix) {
    String[] parts = e.getMessage().split(": ", 2);
    add(prefix + parts[0], sentence(parts[parts.length - 1]));
  }

  public boolean isEmpty() {
    return byField.isEmpty();
  }

  /** What is wrong with one field; null where nothing is. */
  public String of(String field) {
    return byField.get(field);
  }

  public Map<String, String> byField() {
    return byField;
  }

  private static String sentence(String text) {
    String capital = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }
}
