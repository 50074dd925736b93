package org.fixtureferry.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fixtureferry.django.Column;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.SchemaComparison;
import org.fixtureferry.mysql.SchemaComparison.Difference;
import org.fixtureferry.mysql.view.DecidedSchema;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/**
 * Whether the target's tables are the profile's, and whether the source has the columns that the
 * models read. A text column may be as long as the source has it.
 */
final class CheckSchema {
  private static final String CHECK = "schema";
  private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");

  private final DecidedSchema decided;
  private final Profile profile;
  private final Owners owners;
  private final Side source;
  private final Side target;

  CheckSchema(DecidedSchema decided, Owners owners, Side source, Side target) {
    this.decided = decided;
    this.profile = decided.profile();
    this.owners = owners;
    this.source = source;
    this.target = target;
  }

  Outcome check() {
    List<Finding> findings = new ArrayList<>();
    for (Table table : profile.tables()) {
      Optional.ofNullable(target.schema().get(table.name()))
          .ifPresentOrElse(
              actual -> findings.addAll(differences(table, actual)),
              () -> findings.add(missing(target, table.name())));
    }
    for (Table table : decided.tables()) {
      Optional.ofNullable(target.schema().get(table.name()))
          .ifPresentOrElse(
              actual -> findings.addAll(columns(table, actual)),
              () -> findings.add(missing(target, table.name())));
    }
    owners.tables().stream()
        .filter(table -> !source.has(table))
        .forEach(table -> findings.add(missing(source, table)));
    profile.models().stream()
        .filter(model -> source.has(model.table()))
        .forEach(model -> findings.addAll(missingAtSource(model)));
    return Outcome.of(CHECK, findings);
  }

  private List<Finding> differences(Table expected, Table actual) {
    // Foreign keys are a check of their own.
    Table wanted =
        new Table(expected.name(), allowed(expected, actual), expected.keys(), List.of());
    Table found = new Table(actual.name(), actual.columns(), actual.keys(), List.of());
    return SchemaComparison.compare(wanted, found).stream().map(this::finding).toList();
  }

  /** Of a copied table: which keys InnoDB took Prepare has said. */
  private List<Finding> columns(Table expected, Table actual) {
    Table wanted = new Table(expected.name(), expected.columns(), List.of(), List.of());
    Table found = new Table(actual.name(), actual.columns(), List.of(), List.of());
    return SchemaComparison.compare(wanted, found).stream().map(this::finding).toList();
  }

  private Finding finding(Difference difference) {
    return Finding.of(
            CHECK,
            Severity.STOPS,
            difference.table() + " at the target: " + difference.text() + ".")
        .at(owners.label(difference.table()), difference.table())
        .inColumn(difference.column(), null);
  }

  private List<Column> allowed(Table expected, Table actual) {
    return expected.columns().stream()
        .map(
            column ->
                actual
                    .column(column.name())
                    .filter(found -> isLengthOfSource(expected.name(), column, found))
                    .map(found -> column.withType(found.type()))
                    .orElse(column))
        .toList();
  }

  private boolean isLengthOfSource(String table, Column expected, Column found) {
    return expected.type().contains("char")
        && withoutLength(expected).equals(withoutLength(found))
        && Optional.ofNullable(source.schema().get(table))
            .flatMap(atSource -> atSource.column(expected.name()))
            .filter(column -> column.type().equals(found.type()))
            .isPresent();
  }

  private static String withoutLength(Column column) {
    return LENGTH.matcher(column.type()).replaceAll("");
  }

  private Finding missing(Side side, String table) {
    return Finding.of(
            CHECK, Severity.STOPS, "Table " + table + " is not at the " + side.name() + ".")
        .at(owners.label(table), table);
  }

  private List<Finding> missingAtSource(Model model) {
    return model.fields().stream()
        .filter(field -> !source.has(model.table(), field.column()))
        .map(
            field ->
                Finding.of(
                        CHECK,
                        Severity.STOPS,
                        model.table() + " at the source: column " + field.column() + " is missing.")
                    .at(model.label(), model.table())
                    .inColumn(field.column(), field.name()))
        .toList();
  }
}
