package org.fixtureferry.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal digits. */
public final class Sha256 {
  private static final ObjectWriter SORTED =
      Json.MAPPER
          .writer()
          .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .without(SerializationFeature.INDENT_OUTPUT);

  private Sha256() {}

  public static String of(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Of a JSON value, whatever the order of its keys. */
  public static String of(JsonNode value) {
    try {
      return of(SORTED.writeValueAsString(Json.MAPPER.treeToValue(value, Object.class)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree can be written", e);
    }
  }
}
