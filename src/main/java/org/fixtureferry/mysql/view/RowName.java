package org.fixtureferry.mysql.view;

import org.fixtureferry.django.Field;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.report.SecretHash;

/** SQL for what a row is called when it is shown to a person, of the alias t. */
public final class RowName {
  static final int LONGEST = 80;

  private static final String ROW = "t";

  private RowName() {}

  /**
   * The key of a row: the primary key of a model's own table, both ends of a many-to-many row.
   *
   * @param model that the table belongs to
   */
  public static String key(Model model, String table) {
    return isOwn(model, table)
        ? Lookups.column(ROW, model.primaryKey().column())
        : model.manyToMany().stream()
            .filter(relation -> relation.table().equals(table))
            .findFirst()
            .map(
                relation ->
                    "CONCAT("
                        + Lookups.column(ROW, relation.column())
                        + ", ' → ', "
                        + Lookups.column(ROW, relation.reverseColumn())
                        + ")")
            .orElseThrow();
  }

  /** The first text of a model that is no secret and no reference; empty where it has none. */
  public static String text(Profile profile, Model model, String table) {
    if (!isOwn(model, table)) {
      return "''";
    }
    return profile.texts(model).stream()
        .findFirst()
        .map(Field::column)
        .map(column -> "LEFT(" + Lookups.column(ROW, column) + ", " + LONGEST + ")")
        .orElse("''");
  }

  /** Whether the key of a table's rows may not be shown, as that of a session. */
  public static boolean isSecretKey(Profile profile, Model model, String table) {
    return isOwn(model, table) && profile.isSecret(model, model.primaryKey());
  }

  /** A value as it may be shown. */
  public static String shown(String value, boolean secret) {
    if (value == null) {
      return "NULL";
    }
    if (secret) {
      return SecretHash.of(value);
    }
    return value.length() <= 2 * LONGEST + 5 ? value : value.substring(0, LONGEST) + "…";
  }

  private static boolean isOwn(Model model, String table) {
    return model.table().equals(table);
  }
}
