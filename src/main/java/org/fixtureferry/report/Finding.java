package org.fixtureferry.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something about the data that a person should know. The same shape serves every station; what
 * does not apply is null and stays out of the JSON.
 *
 * @param check slug of the check that found it, such as "row-differs"
 * @param text one sentence in the operator's words; never a secret
 * @param count rows, or other things, that it speaks of
 * @param pk primary key of the one row that it speaks of, as text
 * @param field Django's name of the field, where it is one
 * @param source the value at the source, as text; a short hash where the field is secret
 * @param target the value at the target, likewise
 * @param samples the first few of the rows
 * @param decisions what may be decided, the default first
 * @param decided the decision in force, null where there is none
 * @param effects what each decision would do, in words, by decision; empty where that is plain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
    String check,
    Severity severity,
    String text,
    String model,
    String table,
    String column,
    String field,
    String pk,
    String source,
    String target,
    long count,
    List<Sample> samples,
    List<String> decisions,
    String decided,
    Map<String, String> effects) {

  /** Of all that has no model only tables are many: each is decided by its name. */
  private static final String UNKNOWN_TABLE = "unknown-table";

  public Finding {
    if (check == null || severity == null || text == null) {
      throw new IllegalArgumentException("A finding has a check, a severity and a sentence.");
    }
    samples = samples == null ? List.of() : List.copyOf(samples);
    decisions = decisions == null ? List.of() : List.copyOf(decisions);
    effects =
        effects == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(effects));
  }

  /** A row, by its key and by what names it to a person. */
  public record Sample(String pk, String text) {}

  public static Finding of(String check, Severity severity, String text) {
    return new Finding(
        check, severity, text, null, null, null, null, null, null, null, 1, List.of(), List.of(),
        null, Map.of());
  }

  /** Whether the crossing may not go on with it. */
  public boolean stops() {
    return severity == Severity.STOPS && decided == null;
  }

  /** What a decision names it by: its model, or the table that no model knows; null of neither. */
  public String place() {
    return model != null || !UNKNOWN_TABLE.equals(check) ? model : table;
  }

  /** The field, or the column that no model knows, that a decision may name; null of neither. */
  public String part() {
    return field != null ? field : column;
  }

  public Finding weighing(Severity newSeverity) {
    return new Finding(
        check,
        newSeverity,
        text,
        model,
        table,
        column,
        field,
        pk,
        source,
        target,
        count,
        samples,
        decisions,
        decided,
        effects);
  }

  public Finding at(String newModel, String newTable) {
    return new Finding(
        check, severity, text, newModel, newTable, column, field, pk, source, target, count,
        samples, decisions, decided, effects);
  }

  public Finding inColumn(String newColumn, String newField) {
    return new Finding(
        check, severity, text, model, table, newColumn, newField, pk, source, target, count,
        samples, decisions, decided, effects);
  }

  public Finding ofRow(String newPk) {
    return new Finding(
        check, severity, text, model, table, column, field, newPk, source, target, count, samples,
        decisions, decided, effects);
  }

  public Finding withValues(String newSource, String newTarget) {
    return new Finding(
        check, severity, text, model, table, column, field, pk, newSource, newTarget, count,
        samples, decisions, decided, effects);
  }

  public Finding counting(long newCount, List<Sample> newSamples) {
    return new Finding(
        check,
        severity,
        text,
        model,
        table,
        column,
        field,
        pk,
        source,
        target,
        newCount,
        newSamples,
        decisions,
        decided,
        effects);
  }

  public Finding decide(List<String> newDecisions, String newDecided) {
    return new Finding(
        check,
        severity,
        text,
        model,
        table,
        column,
        field,
        pk,
        source,
        target,
        count,
        samples,
        newDecisions,
        newDecided,
        effects);
  }

  public Finding having(Map<String, String> newEffects) {
    return new Finding(
        check,
        severity,
        text,
        model,
        table,
        column,
        field,
        pk,
        source,
        target,
        count,
        samples,
        decisions,
        decided,
        newEffects);
  }
}
