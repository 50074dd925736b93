package org.fixtureferry.console.page;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * All texts of the console, from messages/en.properties. Templates write {@code {t:home_title}},
 * {@code {t:home_count(n)}}, and, where a part of the key is known only then, {@code
 * {t:of('station_heading', station.slug)}} for {@code station_heading_export}.
 *
 * <p>{@code {0}}, {@code {1}} … stand for arguments. Where a key has a sibling ending in {@code
 * _one}, that one is taken for the argument 1.
 */
@TemplateExtension(namespace = "t")
public final class Texts {
  private static final Properties TEXTS = load("en");

  private Texts() {}

  @TemplateExtension(namespace = "t", matchName = TemplateExtension.ANY)
  static String plain(String key) {
    return text(key);
  }

  @TemplateExtension(namespace = "t", matchName = TemplateExtension.ANY, priority = 4)
  static String filled(String key, Object... arguments) {
    return text(key, arguments);
  }

  static String of(String group, Object name) {
    return text(group + "_" + name);
  }

  static String of(String group, Object name, Object argument) {
    return text(group + "_" + name, argument);
  }

  /**
   * @throws IllegalArgumentException where there is no such text
   */
  public static String text(String key, Object... arguments) {
    boolean one = arguments.length > 0 && arguments[0] instanceof Number n && n.longValue() == 1;
    return (one ? find(key + "_one") : Optional.<String>empty())
        .or(() -> find(key))
        .map(text -> fill(text, arguments))
        .orElseThrow(
            () -> new IllegalArgumentException("messages/en.properties has no text " + key));
  }

  public static Optional<String> find(String key) {
    return Optional.ofNullable(TEXTS.getProperty(key));
  }

  private static String fill(String text, Object... arguments) {
    String filled = text;
    for (int i = 0; i < arguments.length; i++) {
      filled = filled.replace("{" + i + "}", shown(arguments[i]));
    }
    return filled;
  }

  private static String shown(Object argument) {
    return argument instanceof Long || argument instanceof Integer
        ? Format.grouped(((Number) argument).longValue())
        : String.valueOf(argument);
  }

  private static Properties load(String language) {
    Properties texts = new Properties();
    try (Reader in =
        new InputStreamReader(
            Texts.class.getResourceAsStream("/messages/" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the messages", e);
    }
    return texts;
  }
}
