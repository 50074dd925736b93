package org.fixtureferry.mysql;

import java.util.OptionalLong;

/**
 * A table that stands in a database.
 *
 * @param dataLength bytes of rows, as the engine reports them
 * @param autoIncrement the next id that the server would give; empty where the table gives none
 */
public record CatalogTable(
    String name, String engine, String collation, long dataLength, OptionalLong autoIncrement) {}
