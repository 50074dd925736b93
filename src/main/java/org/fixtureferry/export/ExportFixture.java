package org.fixtureferry.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixtureferry.django.Excludes;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Table;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.FixtureObject;
import org.fixtureferry.fixture.FixtureWriter;
import org.fixtureferry.fixture.WholeFile;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.CatalogTable;
import org.fixtureferry.mysql.Checksums;
import org.fixtureferry.mysql.ComparedTable;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.mysql.view.DecidedSchema;
import org.fixtureferry.mysql.view.DescribeDoubts;
import org.fixtureferry.mysql.view.ExcludeCost;
import org.fixtureferry.mysql.view.SourceView;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;

/**
 * Writes the source's rows as a Django fixture, as dumpdata --natural would, but streaming and with
 * the source held still.
 */
public final class ExportFixture {
  private static final String READING = "Reading rows";
  private static final String SUMMING = "Checksums of the source";
  private static final String DOUBTING = "Looking for rows that are not as they should be";
  private static final int ROWS_A_PROGRESS = 500;

  private final Profile profile;
  private final Database source;
  private final ExportSettings settings;
  private final Path file;
  private final Clock clock;

  public ExportFixture(
      Profile profile, Database source, ExportSettings settings, Path file, Clock clock) {
    this.profile = profile;
    this.source = source;
    this.settings = settings;
    this.file = file;
    this.clock = clock;
  }

  /**
   * Writes the fixture and its description; an existing file is replaced, whole or not at all.
   *
   * @throws StationFailure where the source cannot be locked or read, or changed while it was read
   */
  public ExportResult run(ProgressListener listener, Cancellation cancellation) {
    List<Model> models = models();
    try (WholeFile fixture = WholeFile.create(file);
        SourceLock lock = SourceLock.take(source, settings.lock(), cancellation);
        Connection connection = source.open()) {
      Map<String, Map<String, CatalogColumn>> catalog =
          Catalog.columnsByTable(connection, source.endpoint().database());
      requireColumns(models, catalog);
      requireRoom(connection);
      listener.progressed(Progress.phase(Station.EXPORT, DOUBTING));
      Map<String, Table> schema = Catalog.schema(connection, source.endpoint().database());
      SourceView view =
          SourceView.ask(
              connection, profile, catalog, schema, settings.decisions(), cancellation::check);
      DecidedSchema decided = DecidedSchema.of(profile, schema, view);
      Map<String, Long> counts = counts(connection, models, view);
      NaturalKeys naturalKeys = NaturalKeys.read(connection, profile, view);

      FixtureWriter writer = new FixtureWriter(fixture.out(), settings.layout());
      long total = models.stream().mapToLong(model -> counts.get(model.table())).sum();
      writer.begin();
      for (Model model : models) {
        write(
            model,
            catalog.get(model.table()),
            naturalKeys,
            view,
            counts.get(model.table()),
            total,
            writer,
            listener,
            cancellation);
        lock.check();
      }
      writer.end();
      long rejected =
          new WriteRejects(profile, source, models, catalog, naturalKeys, view)
              .write(WriteRejects.beside(file));
      FixtureMeta.Copied copied =
          new WriteCopiedRows(profile, source, models, catalog, decided, view)
              .write(file, cancellation);

      Map<String, FixtureMeta.TableState> tables =
          tableStates(connection, decided, catalog, listener, cancellation);
      lock.check();
      List<Finding> findings = new ArrayList<>(DescribeDoubts.of(connection, profile, view));
      findings.addAll(
          ExcludeCost.of(
              connection, profile, Excludes.of(profile, settings.exclude()), catalog, view));
      findings.addAll(changes(counts, counts(connection, models, view), writer.objects(), total));
      long heldMillis = lock.held().toMillis();

      fixture.commit();
      FixtureMeta meta =
          meta(
              fixture,
              writer,
              tables,
              naturalKeys,
              copied,
              findings.stream().filter(Finding::stops).count());
      meta.writeBeside(file);
      return new ExportResult(
          file.getFileName().toString(),
          meta.sha256(),
          meta.size(),
          meta.objectsByModel(),
          settings.exclude(),
          settings.lock().slug(),
          heldMillis,
          rejected,
          checks(view, findings),
          findings);
    } catch (SQLException e) {
      cancellation.check();
      throw new StationFailure(
          "Exporting "
              + source
              + ": "
              + SqlFault.describe(e)
              + ". No fixture was written. Export again.",
          e);
    } catch (IOException e) {
      throw new StationFailure(
          "Exporting to "
              + file.getFileName()
              + ": the file could not be written ("
              + e.getClass().getSimpleName()
              + "). Check the folder and its free space, then export again.",
          e);
    }
  }

  /** Whether the source is locked in a phase: rows are read under the lock only. */
  public static boolean holdsTheSource(String phase) {
    return phase.equals(DOUBTING) || phase.equals(READING) || phase.equals(SUMMING);
  }

  private static List<CheckResult> checks(SourceView view, List<Finding> findings) {
    Set<String> slugs = new LinkedHashSet<>(view.asked());
    slugs.add(ExcludeCost.CHECK);
    slugs.add("source-held");
    return slugs.stream()
        .map(
            slug ->
                findings.stream().anyMatch(each -> each.check().equals(slug))
                    ? CheckResult.finding(slug)
                    : CheckResult.pass(slug))
        .toList();
  }

  private List<Model> models() {
    Excludes excludes = Excludes.of(profile, settings.exclude());
    return profile.models().stream().filter(model -> !excludes.covers(model)).toList();
  }

  private void requireColumns(List<Model> models, Map<String, Map<String, CatalogColumn>> catalog) {
    List<String> missing = new ArrayList<>();
    for (Model model : models) {
      Map<String, CatalogColumn> columns = catalog.getOrDefault(model.table(), Map.of());
      model.fields().stream()
          .filter(field -> !columns.containsKey(field.column()))
          .forEach(field -> missing.add(model.table() + "." + field.column()));
      model.manyToMany().stream()
          .map(ManyToMany::table)
          .filter(table -> !catalog.containsKey(table))
          .forEach(missing::add);
    }
    if (!missing.isEmpty()) {
      throw new StationFailure(
          "Exporting "
              + source
              + ": profile "
              + profile.name()
              + " expects what this database lacks: "
              + String.join(", ", missing)
              + ". Run the application's own migrations there, or choose another profile.");
    }
  }

  /** JSON takes about three times what MyISAM takes: keys, quotes, indents, escapes. */
  private void requireRoom(Connection connection) throws SQLException, IOException {
    long data =
        Catalog.tables(connection, source.endpoint().database()).stream()
            .mapToLong(CatalogTable::dataLength)
            .sum();
    long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
    if (free < 3 * data) {
      throw new StationFailure(
          "Exporting to "
              + file.getFileName()
              + ": the fixture needs about "
              + 3 * data / 1_000_000
              + " MB, and the folder has "
              + free / 1_000_000
              + " MB free. Make room, or choose another folder.");
    }
  }

  private Map<String, Long> counts(Connection connection, List<Model> models, SourceView view)
      throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Model model : models) {
      counts.put(
          model.table(),
          Sql.number(connection, "SELECT COUNT(*) FROM " + view.rows(model.table()) + " t"));
    }
    return counts;
  }

  private void write(
      Model model,
      Map<String, CatalogColumn> columns,
      NaturalKeys naturalKeys,
      SourceView view,
      long rows,
      long total,
      FixtureWriter writer,
      ProgressListener listener,
      Cancellation cancellation)
      throws SQLException, IOException {
    long before = writer.objects();
    try (ModelRows objects =
        ModelRows.open(source, profile, model, columns, naturalKeys, view::rows)) {
      for (Optional<FixtureObject> object = objects.next();
          object.isPresent();
          object = objects.next()) {
        writer.write(object.get());
        if (writer.objects() % ROWS_A_PROGRESS == 0) {
          cancellation.check();
          listener.progressed(
              progress(model, writer.objects() - before, rows, writer.objects(), total));
        }
      }
    }
    cancellation.check();
    listener.progressed(progress(model, writer.objects() - before, rows, writer.objects(), total));
  }

  private static Progress progress(Model model, long done, long rows, long allDone, long total) {
    return new Progress(Station.EXPORT, READING, model.label(), done, rows, allDone, total);
  }

  private Map<String, FixtureMeta.TableState> tableStates(
      Connection connection,
      DecidedSchema decided,
      Map<String, Map<String, CatalogColumn>> catalog,
      ProgressListener listener,
      Cancellation cancellation)
      throws SQLException {
    Map<String, Long> nextIds = new HashMap<>();
    for (CatalogTable table : Catalog.tables(connection, source.endpoint().database())) {
      nextIds.put(table.name(), table.autoIncrement().orElse(0));
    }
    Map<String, FixtureMeta.TableState> states = new LinkedHashMap<>();
    List<ComparedTable> tables = decided.compared(catalog, Identifier::quote);
    for (ComparedTable table : tables) {
      cancellation.check();
      listener.progressed(
          new Progress(Station.EXPORT, SUMMING, table.table(), 0, -1, states.size(), tables.size())
              .in(Progress.Unit.TABLES));
      if (catalog.containsKey(table.table())) {
        states.put(
            table.table(),
            new FixtureMeta.TableState(
                Checksums.sum(connection, table, Checksums.Chunk.WHOLE),
                nextIds.getOrDefault(table.table(), 0L)));
      }
    }
    return states;
  }

  private List<Finding> changes(
      Map<String, Long> before, Map<String, Long> after, long written, long total) {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, Long> table : before.entrySet()) {
      long now = after.get(table.getKey());
      if (now != table.getValue()) {
        findings.add(
            Finding.of(
                    "source-held",
                    Severity.STOPS,
                    "Table "
                        + table.getKey()
                        + " had "
                        + table.getValue()
                        + " rows before the export and "
                        + now
                        + " after it: the site was writing. Stop the site, or lock the tables, and export again.")
                .at(
                    profile.modelOfTable(table.getKey()).map(Model::label).orElse(null),
                    table.getKey()));
      }
    }
    if (findings.isEmpty() && written != total) {
      findings.add(
          Finding.of(
              "source-held",
              Severity.STOPS,
              "The source counted "
                  + total
                  + " rows and gave "
                  + written
                  + ". Check its tables (CHECK TABLE), and export again."));
    }
    return findings;
  }

  private FixtureMeta meta(
      WholeFile fixture,
      FixtureWriter writer,
      Map<String, FixtureMeta.TableState> tables,
      NaturalKeys naturalKeys,
      FixtureMeta.Copied copied,
      long undecided)
      throws IOException {
    return new FixtureMeta(
        profile.name(),
        source.endpoint().server() + "/" + source.endpoint().database(),
        clock.instant(),
        settings.exclude(),
        fixture.sha256Hex(),
        Files.size(file),
        writer.ranges(),
        tables,
        extras("contenttypes.contenttype", naturalKeys),
        extras("auth.permission", naturalKeys),
        copied,
        undecided,
        true);
  }

  private List<FixtureMeta.Extra> extras(String label, NaturalKeys naturalKeys) {
    return profile
        .model(label)
        .filter(Model::hasNaturalKey)
        .map(model -> naturalKeys.beyond(model, profile.declaredKeys(model)))
        .orElse(List.of());
  }
}
