package org.fixtureferry.load;

import java.util.List;
import java.util.Map;

/**
 * What one object of a fixture is as rows: the model's own, and its many-to-many lists.
 *
 * @param pk canonical primary key
 * @param values canonical values of the data fields, by column, in declared order
 * @param relations canonical keys of the other ends, sorted, by many-to-many table; a list that the
 *     fixture does not give is not among them, and stays as it is
 * @param bytes about how many bytes the row takes in a statement
 */
record ExpectedRow(
    String pk, Map<String, String> values, Map<String, List<String>> relations, long bytes) {}
