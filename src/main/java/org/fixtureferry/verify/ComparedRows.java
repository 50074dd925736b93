package org.fixtureferry.verify;

/**
 * What comparing one table gave.
 *
 * @param same rows that were looked at and are the same, as they were to arrive
 * @param decided what the decisions had done to the source's rows before
 */
record ComparedRows(TableLine line, long same, Decided decided) {}
