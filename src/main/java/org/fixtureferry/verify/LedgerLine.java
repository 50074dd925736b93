package org.fixtureferry.verify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * How many source rows one thing became of.
 *
 * @param tables the same by table
 */
public record LedgerLine(
    @JsonProperty("class") LedgerClass kind, long rows, List<LedgerTable> tables) {

  public LedgerLine {
    tables = tables == null ? List.of() : List.copyOf(tables);
  }

  /** The rows of one table. */
  public record LedgerTable(String table, long rows) {}

  static LedgerLine of(LedgerClass kind, Map<String, Long> tables) {
    return new LedgerLine(
        kind,
        tables.values().stream().mapToLong(Long::longValue).sum(),
        tables.entrySet().stream()
            .map(table -> new LedgerTable(table.getKey(), table.getValue()))
            .toList());
  }
}
