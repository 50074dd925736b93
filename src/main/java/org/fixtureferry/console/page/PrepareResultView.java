package org.fixtureferry.console.page;

import java.util.List;
import org.fixtureferry.prepare.PrepareResult;

/** What Prepare did, as its page shows it. */
public record PrepareResultView(PrepareResult result) {
  private static final int LENGTH = 1000;

  public List<FindingGroup> groups() {
    return FindingGroup.of(result.findings());
  }

  public int tables() {
    return result.tablesCreated().size();
  }

  public String sentence() {
    if (!result.good()) {
      return Texts.text("prepare_made_nothing");
    }
    if (result.statements().isEmpty()) {
      return Texts.text("prepare_stands");
    }
    return Texts.text(
        result.databaseCreated() ? "prepare_made_database" : "prepare_made",
        Texts.text("prepare_tables", tables()),
        Texts.text("prepare_keys", result.foreignKeysCreated()),
        Texts.text("prepare_rows", result.rowsCreated()));
  }

  /** The first rows by table, the picture of what was made. */
  public List<Bar> bars() {
    return Bar.of(
        LENGTH,
        List.copyOf(result.rows().keySet()),
        result.rows().values().stream().map(Integer::longValue).toList());
  }
}
