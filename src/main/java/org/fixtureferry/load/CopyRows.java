package org.fixtureferry.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.CopiedRows;
import org.fixtureferry.fixture.CopiedRows.Part;
import org.fixtureferry.fixture.CopiedRows.Value;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.Wording;

/**
 * The rows beside a fixture, of tables and columns that no model knows: compared with the target
 * first, then written in the load's own transaction, after the fixture's rows.
 */
final class CopyRows {
  /** As they were found: a zero date in what no model knows is nobody's to refuse. */
  static final String MODES = "STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO";

  private static final long BYTES_A_STATEMENT = 500_000;

  private final Path fixture;
  private final FixtureMeta meta;
  private final Connection connection;
  private final Profile profile;
  private final Map<String, Map<String, CatalogColumn>> catalog;
  private final LoadSettings settings;
  private final ProgressListener listener;
  private final Cancellation cancellation;
  private final Map<String, CopiedPart> parts = new LinkedHashMap<>();

  /**
   * @param catalog the target's columns by table and name
   */
  CopyRows(
      Path fixture,
      FixtureMeta meta,
      Connection connection,
      Profile profile,
      Map<String, Map<String, CatalogColumn>> catalog,
      LoadSettings settings,
      ProgressListener listener,
      Cancellation cancellation) {
    this.fixture = fixture;
    this.meta = meta;
    this.connection = connection;
    this.profile = profile;
    this.catalog = catalog;
    this.settings = settings;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /**
   * Finds out what differs; writes nothing.
   *
   * @return what has to be decided
   * @throws StationFailure where the file beside the fixture is not the one that belongs to it
   */
  List<Finding> compare() throws SQLException, IOException {
    List<Finding> findings = new ArrayList<>();
    if (meta.copied() == null) {
      return findings;
    }
    if (!CopiedRows.isWhole(fixture, meta)) {
      throw new StationFailure(
          "Loading "
              + fixture.getFileName()
              + ": the rows to be copied, "
              + CopiedRows.beside(fixture).getFileName()
              + ", do not stand beside it as they were exported. Export and reorder again. The target stays as it was.");
    }
    CopiedRows.read(fixture, new Batches("Comparing copied rows", CopiedPart::compare));
    for (CopiedPart part : parts.values()) {
      part.finish().ifPresent(findings::add);
    }
    return findings;
  }

  /** What is done beside the fixture's objects; empty where nothing is. */
  Optional<Finding> told() {
    long rows = added() + changed() + removed();
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                    "copied-rows",
                    Severity.FINE,
                    "Beside the fixture's objects, of tables and columns that no model knows: "
                        + Wording.count(added(), "new row")
                        + ", "
                        + Wording.number(changed())
                        + " changed, "
                        + Wording.number(removed())
                        + " removed.")
                .counting(rows, List.of()));
  }

  /** Writes what differs. */
  void write() throws SQLException, IOException {
    if (parts.isEmpty()) {
      return;
    }
    String modes = Sql.first(connection, "SELECT @@sql_mode", row -> row.getString(1)).orElse("");
    Sql.run(connection, "SET SESSION sql_mode = '" + MODES + "'");
    for (CopiedPart part : parts.values()) {
      part.makeRoom();
    }
    CopiedRows.read(fixture, new Batches("Writing copied rows", CopiedPart::write));
    Sql.run(connection, "SET SESSION sql_mode = '" + modes + "'");
  }

  long added() {
    return sum(CopiedPart::added);
  }

  long changed() {
    return sum(CopiedPart::changed);
  }

  long removed() {
    return sum(CopiedPart::removed);
  }

  private long sum(ToLongFunction<CopiedPart> number) {
    return parts.values().stream().mapToLong(number).sum();
  }

  /** What new rows hold in copied columns at first, as SQL by table and column. */
  Map<String, Map<String, String>> placeholders() {
    Map<String, Map<String, String>> placeholders = new HashMap<>();
    parts.forEach(
        (table, part) -> {
          if (part instanceof CopiedColumns columns) {
            placeholders.put(table, columns.placeholders());
          }
        });
    return placeholders;
  }

  private CopiedPart part(Part part) {
    Map<String, CatalogColumn> columns = catalog.getOrDefault(part.table(), Map.of());
    if (!columns.keySet().containsAll(part.columns())) {
      throw new StationFailure(
          "Copying rows of table "
              + part.table()
              + ": the target has no such table, or lacks a column of it. Prepare again with the decisions of the export. The target stays as it was.");
    }
    if (part.added()) {
      return new CopiedColumns(
          connection, part, columns, profile.modelOfTable(part.table()).orElseThrow(), settings);
    }
    return part.key().isEmpty()
        ? new CopiedHeap(connection, part, columns, settings)
        : new CopiedTable(connection, part, columns, settings);
  }

  @FunctionalInterface
  private interface Act {
    void on(CopiedPart part, List<List<Value>> rows) throws SQLException;
  }

  /** Collects rows until they make a statement. */
  private final class Batches implements CopiedRows.Consumer<SQLException> {
    private final String phase;
    private final Act act;
    private CopiedPart part;
    private List<List<Value>> rows = new ArrayList<>();
    private long bytes;
    private long done;

    Batches(String phase, Act act) {
      this.phase = phase;
      this.act = act;
    }

    @Override
    public void part(Part begun) {
      part = parts.computeIfAbsent(begun.table(), table -> CopyRows.this.part(begun));
    }

    @Override
    public void row(List<Value> values) throws SQLException {
      long size = values.stream().mapToLong(CopyRows::size).sum();
      if (rows.size() >= TargetTable.BATCH || bytes + size > BYTES_A_STATEMENT) {
        endOfPart();
      }
      rows.add(values);
      bytes += size;
    }

    @Override
    public void endOfPart() throws SQLException {
      if (rows.isEmpty()) {
        return;
      }
      cancellation.check();
      act.on(part, rows);
      done += rows.size();
      listener.progressed(
          new Progress(Station.LOAD, phase, part.part.table(), rows.size(), -1, done, -1));
      rows = new ArrayList<>();
      bytes = 0;
    }
  }

  private static long size(Value value) {
    return value.bytes() == null ? 4 : 2L * value.bytes().length + 3;
  }
}
