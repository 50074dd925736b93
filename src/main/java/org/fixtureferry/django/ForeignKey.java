package org.fixtureferry.django;

/** A foreign key constraint of one column, as InnoDB holds it (Django makes no other kind). */
public record ForeignKey(String name, String column, String toTable, String toColumn) {
  public ForeignKey {
    Check.present("foreign key name", name);
    Check.present("column of " + name, column);
    Check.present("table that " + name + " points at", toTable);
    Check.present("column that " + name + " points at", toColumn);
  }
}
