package org.fixtureferry.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One table of the comparison. Of a model that the export left out, the target's rows are compared
 * with what Prepare makes there.
 *
 * @param model label of its model; null for a table that no model knows
 * @param field the many-to-many field that the table is of; null for a model's own table
 * @param missing rows that only the source has
 * @param extra rows that only the target has
 * @param differing rows that both have, with another value
 * @param kind what its rows are in the ledger where nothing is wrong with them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TableLine(
    String model,
    String field,
    String table,
    long sourceRows,
    long targetRows,
    long missing,
    long extra,
    long differing,
    @JsonProperty("class") LedgerClass kind) {}
