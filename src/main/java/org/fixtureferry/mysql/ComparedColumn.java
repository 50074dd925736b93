package org.fixtureferry.mysql;

/**
 * A column as it is compared between two databases.
 *
 * @param column name in the database
 * @param field Django's name
 * @param expression SQL that gives the comparable value, text in UTF-8: the column itself, or the
 *     natural key that it points at
 * @param token SQL that gives a short text, equal for equal values and different for different
 *     ones, NULL too
 * @param secret whether its value may be printed only as a hash
 */
public record ComparedColumn(
    String column, String field, String expression, String token, boolean secret) {}
