package org.fixtureferry.cli;

import org.fixtureferry.load.LoadResult;
import org.fixtureferry.load.ModelDiff;
import org.fixtureferry.load.ObjectDiff;
import org.fixtureferry.report.Wording;

/** What a load changes, as text. */
final class DiffTable {
  private static final int LONGEST = 120;

  private DiffTable() {}

  static void print(PlanCommand.Screen screen, LoadResult result) {
    screen.say(
        String.format(
            "   %-40s %10s %10s %10s %15s", "model", "new", "changed", "same", "only in target"));
    for (ModelDiff model : result.models()) {
      String provisional =
          model.provisional() > 0
              ? "  (" + Wording.number(model.provisional()) + " of Prepare's own rows give way)"
              : "";
      String clashes =
          model.clashes().all() > 0
              ? "  ("
                  + Wording.number(model.clashes().all())
                  + " with a unique value of another row)"
              : "";
      screen.say(
          String.format(
              "   %-40s %10s %10s %10s %15s%s",
              model.model(),
              Wording.number(model.added()),
              Wording.number(model.changed()),
              Wording.number(model.same()),
              Wording.number(model.onlyInTarget()),
              provisional + clashes));
    }
  }

  static void print(PlanCommand.Screen screen, ObjectDiff object) {
    screen.progress().clear();
    screen.say(
        "   "
            + object.kind().slug()
            + " "
            + object.model()
            + " pk="
            + object.pk()
            + (object.text() == null ? "" : "  " + object.text()));
    for (ObjectDiff.FieldDiff field : object.fields()) {
      if (object.kind() == ObjectDiff.Kind.CHANGED) {
        screen.say("     - " + field.field() + ": " + shortened(field.before()));
      }
      screen.say("     + " + field.field() + ": " + shortened(field.after()));
    }
  }

  private static String shortened(String value) {
    if (value == null) {
      return "NULL";
    }
    String line = value.replace("\r", "\\r").replace("\n", "\\n");
    return line.length() <= LONGEST
        ? "\"" + line + "\""
        : "\""
            + line.substring(0, LONGEST)
            + "…\" ("
            + Wording.count(value.length(), "character")
            + ")";
  }
}
