package org.fixtureferry.connect;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A table of the source.
 *
 * @param rows counted exactly; -1 where the server could not read the table
 * @param bytes of rows, as the engine reports them
 * @param autoIncrement the next id that the server would give; 0 where the table gives none
 * @param model the model that it belongs to ("auth.user"), or the many-to-many relation
 *     ("auth.user.groups"); null where no model knows it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyedTable(
    String name,
    String engine,
    String collation,
    long rows,
    long bytes,
    long autoIncrement,
    String model) {}
