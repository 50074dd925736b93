package org.fixtureferry.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixtureferry.django.Excludes;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.FixtureDialect;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.IndexFixture;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.CatalogColumn;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.RunningQuery;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.Wording;

/**
 * Writes a fixture into a prepared target, as loaddata would: an object whose primary key stands is
 * changed, any other is added, many-to-many lists replace. All of it in one transaction, or none.
 */
public final class LoadFixture {
  private static final int SAMPLES = 20;

  private final Profile profile;
  private final String source;
  private final Database target;
  private final LoadSettings settings;
  private final Path fixture;
  private final Clock clock;
  private final DiffListener diffListener;

  /**
   * @param source the source as the target's mark names it, "host:port/database"
   * @param diffListener hears of every object, for a review
   */
  public LoadFixture(
      Profile profile,
      String source,
      Database target,
      LoadSettings settings,
      Path fixture,
      Clock clock,
      DiffListener diffListener) {
    this.profile = profile;
    this.source = source;
    this.target = target;
    this.settings = settings;
    this.fixture = fixture;
    this.clock = clock;
    this.diffListener = diffListener;
  }

  /** What a load would do; changes nothing. */
  public LoadResult dryRun(ProgressListener listener, Cancellation cancellation) {
    return run(true, listener, cancellation);
  }

  /**
   * Loads the fixture.
   *
   * @throws StationFailure where it cannot be loaded; the target is as it was then
   */
  public LoadResult run(ProgressListener listener, Cancellation cancellation) {
    return run(false, listener, cancellation);
  }

  private LoadResult run(boolean dryRun, ProgressListener listener, Cancellation cancellation) {
    try {
      FixtureMeta meta = IndexFixture.of(fixture, Station.LOAD, listener, cancellation);
      requireProfile(meta);
      requireDecided(meta);
      try (Connection connection = target.open();
          TargetTransaction transaction =
              TargetTransaction.begin(
                  connection, target, profile, source, dryRun, listener, cancellation)) {
        LoadResult result;
        try (Cancellation.Registration blocked =
            cancellation.whileBlocked(RunningQuery.of(target, connection)::kill)) {
          result = load(connection, meta, dryRun, listener, cancellation, transaction);
        }
        if (result.loaded()) {
          listener.progressed(Progress.phase(Station.LOAD, "Committing"));
          transaction.commit(meta.sha256(), clock.instant());
        } else {
          transaction.rollback();
        }
        if (!dryRun && result.good()) {
          AutoIncrement.raise(connection, target.endpoint().database(), profile, meta);
        }
        return result;
      }
    } catch (StationFailure e) {
      cancellation.check();
      throw e;
    } catch (SQLException e) {
      cancellation.check();
      throw new StationFailure(
          "Loading "
              + fixture.getFileName()
              + " into "
              + target
              + ": "
              + SqlFault.describe(e)
              + ". The target stays as it was; load again.",
          e);
    } catch (IOException e) {
      throw new StationFailure(
          "Reading "
              + fixture.getFileName()
              + ": the file could not be read ("
              + e.getClass().getSimpleName()
              + "). The target stays as it was. Check the file, then load again.",
          e);
    }
  }

  private LoadResult load(
      Connection connection,
      FixtureMeta meta,
      boolean dryRun,
      ProgressListener listener,
      Cancellation cancellation,
      TargetTransaction transaction)
      throws SQLException, IOException {
    KeyMap keys = KeyMap.read(connection, profile);
    transaction.addExtras(keys, meta);
    List<Finding> findings =
        new ReadKeys(profile, keys)
            .run(fixture, meta, settings.decisions(), listener, cancellation);
    if (findings.stream().anyMatch(Finding::stops)) {
      return result(meta, dryRun, false, List.of(), 0, 0, 0, findings);
    }
    Map<String, Map<String, CatalogColumn>> catalog =
        Catalog.columnsByTable(connection, target.endpoint().database());
    RowBuilder rows =
        new RowBuilder(profile, catalog, keys, settings, fixture.getFileName().toString());
    FixtureBatches batches =
        new FixtureBatches(fixture, meta, profile, rows, listener, cancellation);
    List<Model> models = models(meta);
    Changes changes =
        new CompareFixture(connection, profile, keys, models, settings, diffListener).run(batches);
    requirePacket(connection, changes.largest());

    CopyRows copies =
        new CopyRows(fixture, meta, connection, profile, catalog, settings, listener, cancellation);
    findings.addAll(rows.notes());
    findings.addAll(undecided(models, changes));
    findings.addAll(copies.compare());
    List<ModelDiff> diff = changes.byModel(models);
    findings.addAll(settings.confirmed().map(confirmed -> confirmed.notSo(diff)).orElse(List.of()));
    long added = sum(models, changes, ObjectDiff.Kind.NEW);
    long updated =
        models.stream()
            .filter(model -> settings.changedOf(model.label()) == LoadSettings.Changed.UPDATE)
            .mapToLong(model -> changes.of(model, ObjectDiff.Kind.CHANGED))
            .sum();
    Map<Model, List<String>> remove = new java.util.LinkedHashMap<>(changes.provisional());
    if (settings.onlyInTarget() == LoadSettings.OnlyInTarget.REMOVE) {
      changes.onlyInTarget().forEach((model, pks) -> remove.merge(model, pks, LoadFixture::joined));
    }
    long removed = remove.values().stream().mapToLong(List::size).sum();
    added += copies.added();
    updated += copies.changed();
    removed += copies.removed();
    boolean nothingToDo = added + updated + removed == 0 && !transaction.addedExtras();
    boolean write = !dryRun && !nothingToDo && findings.stream().noneMatch(Finding::stops);
    if (write) {
      listener.progressed(Progress.phase(Station.LOAD, "Removing what changes"));
      delete(connection, changes, remove);
      BatchInserter inserter =
          new BatchInserter(
              connection, profile, changes, copies.placeholders(), meta.profile() != null);
      batches.forEach("Writing rows", inserter::insert);
      copies.write();
      cancellation.check();
      listener.progressed(Progress.phase(Station.LOAD, "Checking relations"));
      findings.addAll(CheckRelations.run(connection, profile));
    }
    boolean good = findings.stream().noneMatch(Finding::stops);
    return result(meta, dryRun, write && good, diff, added, updated, removed, findings);
  }

  private static LoadResult result(
      FixtureMeta meta,
      boolean dryRun,
      boolean loaded,
      List<ModelDiff> diff,
      long added,
      long updated,
      long removed,
      List<Finding> findings) {
    List<CheckResult> checks = new ArrayList<>();
    for (String check :
        List.of(
            FixtureDialect.DIALECT,
            FixtureDialect.UNKNOWN_MODEL,
            FixtureDialect.UNKNOWN_FIELD,
            ReadKeys.UNRESOLVED)) {
      checks.add(
          findings.stream().anyMatch(finding -> finding.check().equals(check))
              ? CheckResult.finding(check)
              : CheckResult.pass(check));
    }
    checks.add(findings.isEmpty() ? CheckResult.pass("load") : CheckResult.finding("load"));
    return new LoadResult(
        meta.sha256(), dryRun, loaded, diff, added, updated, removed, checks, findings);
  }

  private void delete(Connection connection, Changes changes, Map<Model, List<String>> remove)
      throws SQLException {
    for (Map.Entry<ManyToMany, List<String>> changed : changes.changedEnds().entrySet()) {
      Model owner =
          profile.manyToManyRelations().stream()
              .filter(each -> each.relation().equals(changed.getKey()))
              .findFirst()
              .orElseThrow()
              .owner();
      new TargetTable(connection, profile, owner).deleteEnds(changed.getKey(), changed.getValue());
    }
    for (Map.Entry<Model, List<String>> each : remove.entrySet()) {
      TargetTable table = new TargetTable(connection, profile, each.getKey());
      for (ManyToMany relation : each.getKey().manyToMany()) {
        table.deleteEnds(relation, each.getValue());
      }
      table.delete(each.getValue());
    }
    for (Map.Entry<Model, List<String>> changed : changes.changedRows().entrySet()) {
      new TargetTable(connection, profile, changed.getKey()).delete(changed.getValue());
    }
  }

  private List<Finding> undecided(List<Model> models, Changes changes) {
    List<Finding> findings = new ArrayList<>();
    for (Model model : models) {
      int only = changes.onlyInTarget().getOrDefault(model, List.of()).size();
      if (only > 0) {
        Severity severity =
            settings.onlyInTarget() == LoadSettings.OnlyInTarget.STOP
                ? Severity.STOPS
                : Severity.LOOK;
        findings.add(
            Finding.of(
                    "only-in-target",
                    severity,
                    "The target holds rows of "
                        + model.label()
                        + " that the fixture does not. Decide: conflicts: {only-in-target: remove} or keep.")
                .at(model.label(), model.table())
                .counting(only, List.of())
                .decide(
                    List.of("stop", "remove", "keep"),
                    settings.onlyInTarget() == LoadSettings.OnlyInTarget.STOP
                        ? null
                        : settings.onlyInTarget().slug()));
      }
      long changed = changes.of(model, ObjectDiff.Kind.CHANGED);
      if (changed > 0 && settings.changedOf(model.label()) == LoadSettings.Changed.STOP) {
        findings.add(
            Finding.of(
                    "changed-in-target",
                    Severity.STOPS,
                    "Objects of "
                        + model.label()
                        + " have other values in the target. Decide: conflicts: {"
                        + model.label()
                        + ": update} or keep.")
                .at(model.label(), model.table())
                .counting(changed, List.of())
                .decide(List.of("update", "keep", "stop"), null));
      }
      blocked(model, changes).ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<Finding> blocked(Model model, Changes changes) {
    List<Changes.Clash> blocked =
        changes.blocked(model, settings.onlyInTarget() != LoadSettings.OnlyInTarget.KEEP);
    return blocked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                    "unique-in-target",
                    Severity.STOPS,
                    "Objects of "
                        + model.label()
                        + " have a unique value that another row of the target holds, under another primary key. Change or remove those rows on the target, or mend the fixture, then compare again.")
                .at(model.label(), model.table())
                .counting(
                    blocked.size(),
                    blocked.stream()
                        .limit(SAMPLES)
                        .map(
                            clash ->
                                new Finding.Sample(
                                    FixtureDialect.printable(profile, model, clash.pk()),
                                    "the target's pk="
                                        + FixtureDialect.printable(profile, model, clash.other())))
                        .toList()));
  }

  /** Models that an uploaded fixture leaves out are known by name only where it holds none. */
  private List<Model> models(FixtureMeta meta) {
    List<String> names = meta.profile() == null ? settings.exclude() : meta.exclude();
    Excludes excludes = Excludes.of(profile, names);
    Set<String> held = meta.objectsByModel().keySet();
    return profile.models().stream()
        .filter(model -> !excludes.covers(model) || held.contains(model.label()))
        .toList();
  }

  private void requireDecided(FixtureMeta meta) {
    if (meta.undecided() > 0) {
      throw new StationFailure(
          "Loading "
              + fixture.getFileName()
              + ": it was exported with "
              + Wording.count(meta.undecided(), "finding")
              + " that stop and were not decided. Decide them, then export again. The target stays as it was.");
    }
  }

  private void requireProfile(FixtureMeta meta) {
    if (meta.profile() != null && !meta.profile().equals(profile.name())) {
      throw new StationFailure(
          "Loading "
              + fixture.getFileName()
              + ": it was exported with profile "
              + meta.profile()
              + ", not "
              + profile.name()
              + ". Load it with that profile.");
    }
  }

  private void requirePacket(Connection connection, Changes.Largest largest) throws SQLException {
    long packet =
        Catalog.variable(connection, "max_allowed_packet")
            .map(Long::parseLong)
            .orElse(Long.MAX_VALUE);
    if (largest.bytes() + 1_024 > packet) {
      boolean secret = profile.isSecret(largest.model(), largest.model().primaryKey());
      String pk = secret ? org.fixtureferry.report.SecretHash.of(largest.pk()) : largest.pk();
      throw new StationFailure(
          "Loading "
              + largest.model().label()
              + ", pk="
              + pk
              + ": the row takes "
              + largest.bytes()
              + " bytes, and the target's max_allowed_packet is "
              + packet
              + ". Raise it on the target server, then load again. The target stays as it was.");
    }
  }

  private static long sum(List<Model> models, Changes changes, ObjectDiff.Kind kind) {
    return models.stream().mapToLong(model -> changes.of(model, kind)).sum();
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
