package org.fixtureferry.mysql;

import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.ForeignKey;
import org.fixtureferry.django.Key;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;

/** Writes a table of a profile as CREATE TABLE. */
public final class CreateTable {
  /** The two engines of a crossing. */
  public enum Engine {
    /** With the foreign keys. */
    INNODB("InnoDB"),
    /** As the legacy host has it; MyISAM would ignore foreign keys, so none are written. */
    MYISAM("MyISAM");

    private final String sql;

    Engine(String sql) {
      this.sql = sql;
    }
  }

  private CreateTable() {}

  public static String sql(Profile profile, Table table, Engine engine) {
    List<String> lines = new ArrayList<>();
    table.columns().forEach(column -> lines.add(column(column)));
    table.keys().forEach(key -> lines.add(key(key)));
    if (engine == Engine.INNODB) {
      table.foreignKeys().forEach(key -> lines.add(foreignKey(key)));
    }
    return "CREATE TABLE "
        + Identifier.quote(table.name())
        + " (\n  "
        + String.join(",\n  ", lines)
        + "\n) ENGINE="
        + engine.sql
        + " DEFAULT CHARSET="
        + profile.charset()
        + " COLLATE="
        + profile.collation();
  }

  /** A column's definition, as it stands in CREATE TABLE and ALTER TABLE. */
  public static String column(Column column) {
    return Identifier.quote(column.name())
        + " "
        + column.type()
        + (column.nullable() ? " NULL" : " NOT NULL")
        + column.defaultValue().map(value -> " DEFAULT " + defaultValue(column, value)).orElse("")
        + (column.autoIncrement() ? " AUTO_INCREMENT" : "");
  }

  /** What the server fills in by itself is an expression, and a bit is written as b'1'. */
  private static String defaultValue(Column column, String value) {
    boolean now =
        column.type().matches("(?i)(timestamp|datetime).*")
            && value.matches("(?i)current_timestamp(\\(\\d*\\))?");
    return now || value.startsWith("b'") ? value : Identifier.literal(value);
  }

  private static String key(Key key) {
    String columns = " (" + Identifier.list(key.columns()) + ")";
    return switch (key.kind()) {
      case PRIMARY -> "PRIMARY KEY" + columns;
      case UNIQUE -> "UNIQUE KEY " + Identifier.quote(key.name()) + columns;
      case INDEX -> "KEY " + Identifier.quote(key.name()) + columns;
    };
  }

  private static String foreignKey(ForeignKey key) {
    return "CONSTRAINT "
        + Identifier.quote(key.name())
        + " FOREIGN KEY ("
        + Identifier.quote(key.column())
        + ") REFERENCES "
        + Identifier.quote(key.toTable())
        + " ("
        + Identifier.quote(key.toColumn())
        + ")";
  }
}
