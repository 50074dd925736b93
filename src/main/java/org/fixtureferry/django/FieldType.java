package org.fixtureferry.django;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Django's field classes, by the internal type that {@code Field.get_internal_type()} gives. */
public enum FieldType {
  @JsonProperty("AutoField")
  AUTO(ValueKind.INTEGER),
  @JsonProperty("IntegerField")
  INTEGER(ValueKind.INTEGER),
  @JsonProperty("BigIntegerField")
  BIG_INTEGER(ValueKind.INTEGER),
  @JsonProperty("SmallIntegerField")
  SMALL_INTEGER(ValueKind.INTEGER),
  @JsonProperty("PositiveIntegerField")
  POSITIVE_INTEGER(ValueKind.INTEGER),
  @JsonProperty("PositiveSmallIntegerField")
  POSITIVE_SMALL_INTEGER(ValueKind.INTEGER),
  @JsonProperty("BooleanField")
  BOOLEAN(ValueKind.BOOLEAN),
  @JsonProperty("NullBooleanField")
  NULL_BOOLEAN(ValueKind.BOOLEAN),
  @JsonProperty("CharField")
  CHAR(ValueKind.TEXT),
  @JsonProperty("TextField")
  TEXT(ValueKind.TEXT),
  @JsonProperty("SlugField")
  SLUG(ValueKind.TEXT),
  @JsonProperty("FileField")
  FILE(ValueKind.TEXT),
  @JsonProperty("FilePathField")
  FILE_PATH(ValueKind.TEXT),
  @JsonProperty("CommaSeparatedIntegerField")
  COMMA_SEPARATED_INTEGER(ValueKind.TEXT),
  @JsonProperty("IPAddressField")
  IP_ADDRESS(ValueKind.TEXT),
  @JsonProperty("DecimalField")
  DECIMAL(ValueKind.DECIMAL),
  @JsonProperty("FloatField")
  FLOAT(ValueKind.FLOAT),
  @JsonProperty("DateTimeField")
  DATE_TIME(ValueKind.DATE_TIME),
  @JsonProperty("DateField")
  DATE(ValueKind.DATE),
  @JsonProperty("TimeField")
  TIME(ValueKind.TIME),
  /** Holds a primary key of another model; what kind of value that is, the other model says. */
  @JsonProperty("ForeignKey")
  FOREIGN_KEY(ValueKind.INTEGER),
  @JsonProperty("OneToOneField")
  ONE_TO_ONE(ValueKind.INTEGER);

  private final ValueKind kind;

  FieldType(ValueKind kind) {
    this.kind = kind;
  }

  /** The kind of value; for a relation only a default, see {@link Profile#kindOf}. */
  public ValueKind kind() {
    return kind;
  }

  public boolean isRelation() {
    return this == FOREIGN_KEY || this == ONE_TO_ONE;
  }
}
