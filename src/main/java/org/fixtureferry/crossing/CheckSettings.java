package org.fixtureferry.crossing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fixtureferry.django.Excludes;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.FixtureWriter;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.report.Json;

/** Refuses settings that a station would refuse later, while the one who chose them is there. */
public final class CheckSettings {
  private CheckSettings() {}

  /**
   * @param parts of a plan, by their keys; null takes one out
   * @throws IllegalArgumentException where one will not do; the message begins with which
   */
  public static void check(Profile profile, Map<String, JsonNode> parts) {
    parts.forEach(
        (key, value) -> {
          if (value != null && !value.isNull()) {
            check(profile, key, value);
          }
        });
  }

  private static void check(Profile profile, String key, JsonNode value) {
    switch (key) {
      case "export" -> export(profile, value);
      case "lock" -> lock(value);
      case "reorder" -> reorder(profile, value);
      default -> {
        // Checked where it is read.
      }
    }
  }

  private static void export(Profile profile, JsonNode value) {
    PlanExport export;
    try {
      export = Json.MAPPER.treeToValue(value, PlanExport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "export: indent (a number), exclude (a list) and ascii (true or false), and nothing else",
          e);
    }
    if (export.indent() != null) {
      new FixtureWriter.Layout(export.indent(), true);
    }
    if (export.exclude() != null) {
      Excludes.of(profile, export.exclude());
    }
  }

  private static void lock(JsonNode value) {
    List<String> known = Arrays.stream(LockMode.values()).map(LockMode::slug).toList();
    if (!known.contains(value.asText())) {
      throw new IllegalArgumentException("lock: one of " + String.join(", ", known));
    }
  }

  private static void reorder(Profile profile, JsonNode value) {
    if (!value.isArray()) {
      throw new IllegalArgumentException("reorder: a list of models, such as auth.user");
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode each : value) {
      String label = each.asText().toLowerCase(Locale.ROOT);
      if (profile.model(label).isEmpty()) {
        throw new IllegalArgumentException(
            "reorder: profile "
                + profile.name()
                + " has no model "
                + label
                + "; it has "
                + profile.models().stream()
                    .map(model -> model.label())
                    .collect(Collectors.joining(", ")));
      }
      if (!seen.add(label)) {
        throw new IllegalArgumentException("reorder: list " + label + " once");
      }
    }
  }
}
