package org.fixtureferry.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** How one object differs; secret values are already hashed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObjectDiff(String model, String pk, String text, Kind kind, List<FieldDiff> fields) {
  /** In which way an object differs. */
  public enum Kind {
    NEW("new"),
    CHANGED("changed"),
    SAME("same"),
    ONLY_IN_TARGET("only-in-target");

    private final String slug;

    Kind(String slug) {
      this.slug = slug;
    }

    @JsonValue
    public String slug() {
      return slug;
    }
  }

  public ObjectDiff {
    fields = List.copyOf(fields);
  }

  /**
   * A field before (in the target) and after (in the fixture), as text; null is NULL.
   *
   * @param secret whether the values are hashes of the values
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record FieldDiff(String field, String before, String after, boolean secret) {}
}
