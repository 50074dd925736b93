package org.fixtureferry.verify;

/**
 * A many-to-many row, named by the rows at its two ends as {@link
 * org.fixtureferry.mysql.ComparedTable} prints it.
 */
record RelationKey(String owner, String otherEnd) {
  static final String ARROW = " → ";

  static RelationKey of(String key) {
    int arrow = key.indexOf(ARROW);
    return arrow < 0
        ? new RelationKey(key, "")
        : new RelationKey(key.substring(0, arrow), key.substring(arrow + ARROW.length()));
  }
}
