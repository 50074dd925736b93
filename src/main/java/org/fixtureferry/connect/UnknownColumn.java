package org.fixtureferry.connect;

/** A column of the source that no model knows. */
public record UnknownColumn(String table, String column, String type) {}
