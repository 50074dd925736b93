package org.fixtureferry.django;

import java.util.Optional;

/**
 * One concrete field of a model and the column that holds it.
 *
 * @param name Django's name, the key in a fixture
 * @param column the column's name, often another one
 * @param type Django's internal type
 * @param python the field's class where it is the application's own, such as MultiSelectField
 * @param nullable whether the column takes NULL ({@code null=True})
 * @param unique whether Django declares it unique
 * @param maxLength characters, 0 where Django has no limit
 * @param defaultValue what Django gives a new object: a text, a number or a boolean; null where the
 *     model says nothing, or asks the clock
 * @param to label of the model that a relation points at, such as "edumanage.institution"
 */
public record Field(
    String name,
    String column,
    FieldType type,
    Optional<String> python,
    @com.fasterxml.jackson.annotation.JsonProperty("null") boolean nullable,
    boolean unique,
    int maxLength,
    int maxDigits,
    int decimalPlaces,
    @com.fasterxml.jackson.annotation.JsonProperty("default") Object defaultValue,
    Optional<String> to,
    Optional<String> toField) {

  public Field {
    Check.present("field name", name);
    Check.present("column of field " + name, column);
    Check.present("type of field " + name, type);
    python = Check.optional(python);
    to = Check.optional(to);
    toField = Check.optional(toField);
    if (type.isRelation() != to.isPresent()) {
      throw new IllegalArgumentException(
          "Field " + name + ": a relation, and only that, names the model it points to.");
    }
  }
}
