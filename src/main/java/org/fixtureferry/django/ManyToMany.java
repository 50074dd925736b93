package org.fixtureferry.django;

/**
 * A many-to-many relation that Django keeps in a table of its own, whose id is a surrogate that
 * nothing points at.
 *
 * @param name the field's name, the key in a fixture
 * @param to label of the model at the other end
 * @param table the table of the relation
 * @param column the column that holds the owner's primary key
 * @param reverseColumn the column that holds the other end's primary key
 */
public record ManyToMany(
    String name, String to, String table, String column, String reverseColumn) {
  public ManyToMany {
    Check.present("many-to-many name", name);
    Check.present("other end of " + name, to);
    Check.present("table of " + name, table);
    Check.present("column of " + name, column);
    Check.present("reverse column of " + name, reverseColumn);
  }
}
