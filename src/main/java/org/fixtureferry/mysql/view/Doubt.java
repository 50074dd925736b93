package org.fixtureferry.mysql.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.FieldType;
import org.fixtureferry.django.Model;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.report.Severity;

/**
 * One way in which rows of one table may be wrong, as a question to the server.
 *
 * @param check slug, such as "orphan-foreign-key"
 * @param model the model that the table belongs to, or that owns the many-to-many relation
 * @param field the field in doubt, or the many-to-many field; null where the row as a whole is
 * @param column its column; null likewise
 * @param wrong gives, for the alias of the table's row, SQL that is true where the row is wrong
 * @param severity what it does to the crossing while undecided
 * @param decisions what may be decided, the default first
 * @param sentence what it means, in the operator's words
 * @param onlyIf like {@code wrong}: the doubt stands only where some row fulfils it; null where it
 *     always stands
 * @param unless tells of a value what SQL cannot: that it is right after all; null where SQL says
 *     all
 */
public record Doubt(
    String check,
    Model model,
    String table,
    String field,
    String column,
    UnaryOperator<String> wrong,
    Severity severity,
    List<String> decisions,
    String sentence,
    UnaryOperator<String> onlyIf,
    Predicate<String> unless) {

  private static final String DEFAULT_DATE = "2000-01-01";

  Doubt(
      String check,
      Model model,
      String table,
      String field,
      String column,
      UnaryOperator<String> wrong,
      Severity severity,
      List<String> decisions,
      String sentence) {
    this(check, model, table, field, column, wrong, severity, decisions, sentence, null, null);
  }

  public Doubt {
    decisions = List.copyOf(decisions);
  }

  Doubt standingOnlyIf(UnaryOperator<String> condition) {
    return new Doubt(
        check, model, table, field, column, wrong, severity, decisions, sentence, condition,
        unless);
  }

  Doubt unless(Predicate<String> right) {
    return new Doubt(
        check, model, table, field, column, wrong, severity, decisions, sentence, onlyIf, right);
  }

  /** The same doubt about fewer rows. */
  Doubt narrowedBy(UnaryOperator<String> condition) {
    UnaryOperator<String> narrow =
        alias -> "(" + wrong.apply(alias) + " AND " + condition.apply(alias) + ")";
    return new Doubt(
        check, model, table, field, column, narrow, severity, decisions, sentence, onlyIf, null);
  }

  /** Whether another doubt is about the same place, so that one decision is about both. */
  boolean isAbout(Doubt other) {
    return check.equals(other.check)
        && table.equals(other.table)
        && field != null
        && field.equals(other.field);
  }

  /** Whether a decision takes the row out of the crossing. */
  static boolean leavesOut(String decision) {
    return decision.equals("leave-out") || decision.equals("reject");
  }

  /**
   * What a decision puts in the place of the wrong value, as SQL.
   *
   * @return empty where the value stays
   */
  Optional<String> replacement(String decision, String value) {
    String[] words = decision.split(" ", 2);
    return switch (words[0]) {
      case "set-null" -> Optional.of("NULL");
      case "treat-as-true" -> Optional.of("1");
      case "set-empty" -> Optional.of(check.equals("broken-json") ? "'{}'" : "''");
      case "set-date" ->
          Optional.of(Identifier.literal(date(words.length == 2 ? words[1] : DEFAULT_DATE)));
      case "repair" -> Optional.of(Mojibake.repaired(value));
      default -> Optional.empty();
    };
  }

  /** A column of date and time shows midnight; what is not a date is the default. */
  private String date(String said) {
    String day = said.matches("\\d{4}-\\d{2}-\\d{2}") ? said : DEFAULT_DATE;
    return model.field(field).filter(each -> each.type() == FieldType.DATE_TIME).isPresent()
        ? day + " 00:00:00"
        : day;
  }

  static List<String> withNull(Field field, String... decisions) {
    return java.util.stream.Stream.of(decisions)
        .filter(each -> field.nullable() || !each.equals("set-null"))
        .toList();
  }
}
