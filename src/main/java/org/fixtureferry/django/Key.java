package org.fixtureferry.django;

import java.util.List;

/** A key of a table; the primary key has no name. */
public record Key(String name, Kind kind, List<String> columns) {
  /** What the key promises. */
  public enum Kind {
    PRIMARY,
    UNIQUE,
    INDEX
  }

  public Key {
    Check.present("kind of key " + name, kind);
    columns = Check.list(columns);
    name = kind == Kind.PRIMARY ? "PRIMARY" : name;
    Check.present("key name", name);
  }
}
