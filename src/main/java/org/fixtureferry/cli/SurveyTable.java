package org.fixtureferry.cli;

import java.io.PrintStream;
import org.fixtureferry.connect.Probe;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.report.Wording;

/** The survey as text. */
final class SurveyTable {
  private SurveyTable() {}

  static void print(PrintStream out, Survey survey) {
    probe(out, "Source", survey.source());
    probe(out, "Target", survey.target());
    out.println();
    out.printf("   %-40s %-8s %-20s %10s  %s%n", "table", "engine", "collation", "rows", "model");
    survey
        .tables()
        .forEach(
            table ->
                out.printf(
                    "   %-40s %-8s %-20s %10s  %s%n",
                    table.name(),
                    table.engine(),
                    table.collation(),
                    Wording.number(table.rows()),
                    table.model() == null ? "– no model knows it" : table.model()));
    survey
        .unknownColumns()
        .forEach(
            column ->
                out.println(
                    "   no model knows column "
                        + column.table()
                        + "."
                        + column.column()
                        + " ("
                        + column.type()
                        + ")"));
    out.println();
    out.println("   South history: " + survey.south().state().slug());
    out.println("   Foreign keys declared: " + survey.foreignKeys().size());
    out.println("   The site will be held for about " + survey.holdSeconds() + " s during Export.");
    out.println();
  }

  private static void probe(PrintStream out, String side, Probe probe) {
    if (probe == null) {
      return;
    }
    out.println(
        "   "
            + side
            + ": "
            + probe.place()
            + ", "
            + probe.version()
            + ", TLS "
            + probe.tls()
            + ", account "
            + probe.account());
    out.println("   " + side + "'s collations: " + probe.settings().charsets());
    if (!probe.lacking().isEmpty()) {
      out.println("   It lacks " + String.join(", ", probe.lacking()) + ". It needs:");
      probe.grants().forEach(grant -> out.println("     " + grant));
    }
  }
}
