package org.fixtureferry.django;

import java.util.Optional;

/**
 * A column as the application's own commands make it.
 *
 * @param type MySQL's type as SHOW CREATE TABLE prints it, such as "int(10) unsigned"
 * @param defaultValue the DEFAULT that the column declares; empty where it declares none (or NULL)
 */
public record Column(
    String name,
    String type,
    @com.fasterxml.jackson.annotation.JsonProperty("null") boolean nullable,
    @com.fasterxml.jackson.annotation.JsonProperty("default") Optional<String> defaultValue,
    boolean autoIncrement) {
  public Column {
    Check.present("column name", name);
    Check.present("type of column " + name, type);
    defaultValue = Check.optional(defaultValue);
  }

  public Column withType(String other) {
    return new Column(name, other, nullable, defaultValue, autoIncrement);
  }
}
