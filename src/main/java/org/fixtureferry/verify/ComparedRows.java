package org.fixtureferry.verify;

/**
 * What comparing one table gave.
 *
 * @param same rows that were looked at and are the same
 */
record ComparedRows(TableLine line, long same) {}
