package org.fixtureferry.connect;

/** A foreign key that the source declares. */
public record DeclaredForeignKey(String table, String column, String toTable, String toColumn) {}
