package org.fixtureferry.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * How one object differs; secret values are already hashed.
 *
 * @param clash another row of the target that holds the same unique value; null where none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObjectDiff(
    String model, String pk, String text, Kind kind, Clash clash, List<FieldDiff> fields) {
  /** In which way an object differs. */
  public enum Kind {
    NEW("new"),
    CHANGED("changed"),
    SAME("same"),
    ONLY_IN_TARGET("only-in-target"),
    /**
     * Changed, where the model's policy is not to update; or with a unique value of another row.
     * Nothing is stored as such: it depends on the policy.
     */
    CONFLICT("conflict");

    private final String slug;

    Kind(String slug) {
      this.slug = slug;
    }

    @JsonValue
    public String slug() {
      return slug;
    }
  }

  /** A row of the target by its primary key, and the fields of the unique key. */
  public record Clash(String pk, List<String> fields) {
    public Clash {
      fields = List.copyOf(fields);
    }
  }

  public ObjectDiff {
    fields = List.copyOf(fields);
  }

  /** Where no other row stands in the way. */
  public ObjectDiff(String model, String pk, String text, Kind kind, List<FieldDiff> fields) {
    this(model, pk, text, kind, null, fields);
  }

  /** Whether it stands against the target's rows under its model's policy. */
  public boolean conflicts(LoadSettings.Changed policy) {
    return clash != null || kind == Kind.CHANGED && policy != LoadSettings.Changed.UPDATE;
  }

  /**
   * A field before (in the target) and after (in the fixture), as text; null is NULL.
   *
   * @param secret whether the values are hashes of the values
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record FieldDiff(String field, String before, String after, boolean secret) {}
}
