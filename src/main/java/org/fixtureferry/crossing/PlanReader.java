package org.fixtureferry.crossing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads and writes plan.yaml. A fault is named with line, column and key. */
public final class PlanReader {
  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private PlanReader() {}

  /**
   * @throws PlanFault where the file cannot be read, is not YAML, or says what a plan cannot say
   */
  public static Plan read(Path file) {
    try {
      return parse(Files.readString(file), file.getFileName().toString());
    } catch (IOException e) {
      throw new PlanFault("The plan " + file + " cannot be read. Check the path.", e);
    }
  }

  /**
   * @param name how messages name the text
   * @throws PlanFault as {@link #read}
   */
  public static Plan parse(String yaml, String name) {
    try {
      Plan plan = YAML.readValue(yaml, Plan.class);
      if (plan == null) {
        throw new PlanFault(
            "The plan " + name + " is empty. Give at least profile, source and target.");
      }
      return plan;
    } catch (UnrecognizedPropertyException e) {
      throw new PlanFault(
          place(name, keyOf(yaml, e))
              + "unknown key \""
              + path(e)
              + "\". Known here: "
              + e.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", "))
              + ".",
          e);
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof PlanFault fault) {
        throw new PlanFault(name + ": " + unknownKey(yaml).orElse(fault.getMessage()), e);
      }
      String why =
          e.getCause() instanceof IllegalArgumentException cause
              ? cause.getMessage()
              : "a value of another kind belongs here.";
      throw new PlanFault(place(name, keyOf(yaml, e)) + "\"" + path(e) + "\": " + why, e);
    } catch (JacksonException e) {
      throw new PlanFault(
          place(name, e.getLocation()) + "this is not YAML, or a key stands twice.", e);
    }
  }

  /** A key that is missing may be one that was misspelt. */
  private static Optional<String> unknownKey(String yaml) {
    try {
      Set<String> known =
          Arrays.stream(Plan.class.getRecordComponents())
              .map(RecordComponent::getName)
              .collect(Collectors.toCollection(TreeSet::new));
      return YAML.readTree(yaml).properties().stream()
          .map(Map.Entry::getKey)
          .filter(key -> !known.contains(key))
          .findFirst()
          .map(key -> "unknown key \"" + key + "\". Known here: " + String.join(", ", known) + ".");
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  public static String write(Plan plan) {
    try {
      return YAML.writeValueAsString(plan);
    } catch (JacksonException e) {
      throw new IllegalStateException("Writing a plan", e);
    }
  }

  private static String place(String name, JsonLocation at) {
    return at == null
        ? name + ": "
        : name + ", line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
  }

  /**
   * Where the key stands that a fault is about: the fault itself only knows where reading ended.
   */
  private static JsonLocation keyOf(String yaml, JsonMappingException e) {
    String wanted = path(e);
    try (JsonParser parser = YAML.createParser(yaml)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME
            && wanted.equals(
                parser
                    .getParsingContext()
                    .pathAsPointer()
                    .toString()
                    .substring(1)
                    .replace('/', '.'))) {
          return parser.currentTokenLocation();
        }
      }
    } catch (IOException broken) {
      e.addSuppressed(broken); // the key stands before the place where YAML ends
    }
    return e.getLocation();
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            each ->
                each.getFieldName() == null ? String.valueOf(each.getIndex()) : each.getFieldName())
        .collect(Collectors.joining("."));
  }
}
