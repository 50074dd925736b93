package org.fixtureferry.prepare;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One statement of the plan.
 *
 * @param table the table that it speaks of; null where it speaks of none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Statement(Kind kind, String table, String sql) {
  /** What a statement is for. */
  public enum Kind {
    CREATE_DATABASE,
    SELECT_DATABASE,
    SESSION,
    DROP_TABLE,
    CREATE_TABLE,
    ALTER_TABLE,
    INSERT,
    MARK
  }
}
