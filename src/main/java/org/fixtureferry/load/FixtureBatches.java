package org.fixtureferry.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.FixtureObject;
import org.fixtureferry.fixture.FixtureReader;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;

/** Walks through a fixture in its order, a few hundred objects of one model at a time. */
final class FixtureBatches {
  /**
   * A batch is one statement and takes at most this many bytes of rows, or a single row: half of
   * the least max_allowed_packet that servers come with (1 MB).
   */
  private static final long BYTES = 500_000;

  private final Path fixture;
  private final FixtureMeta meta;
  private final Profile profile;
  private final RowBuilder rows;
  private final ProgressListener listener;
  private final Cancellation cancellation;

  FixtureBatches(
      Path fixture,
      FixtureMeta meta,
      Profile profile,
      RowBuilder rows,
      ProgressListener listener,
      Cancellation cancellation) {
    this.fixture = fixture;
    this.meta = meta;
    this.profile = profile;
    this.rows = rows;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /** Objects of one model that stand together. */
  record Batch(Model model, List<ExpectedRow> rows, long number) {}

  /** Takes one batch. */
  @FunctionalInterface
  interface Consumer {
    void accept(Batch batch) throws SQLException;
  }

  void forEach(String phase, Consumer consumer) throws IOException, SQLException {
    List<ExpectedRow> batch = new ArrayList<>();
    Model model = null;
    long bytes = 0;
    long done = 0;
    long number = 0;
    java.util.Map<String, Long> totals = meta.objectsByModel();
    java.util.Map<String, Long> doneByModel = new java.util.HashMap<>();
    try (FixtureReader reader = FixtureReader.open(fixture)) {
      for (Optional<FixtureObject> next = reader.next(); next.isPresent(); next = reader.next()) {
        FixtureObject object = next.get();
        Model its = profile.model(object.model()).orElse(null);
        if (its == null) {
          continue; // decided: ReadKeys has stopped otherwise
        }
        ExpectedRow row = rows.build(its, object);
        if (model != null
            && (!model.equals(its)
                || batch.size() >= TargetTable.BATCH
                || bytes + row.bytes() > BYTES)) {
          consumer.accept(new Batch(model, batch, ++number));
          done += batch.size();
          report(phase, model, batch.size(), done, totals, doneByModel);
          batch = new ArrayList<>();
          bytes = 0;
        }
        model = its;
        bytes += row.bytes();
        batch.add(row);
      }
      if (model != null) {
        consumer.accept(new Batch(model, batch, ++number));
        report(phase, model, batch.size(), done + batch.size(), totals, doneByModel);
      }
    }
  }

  private void report(
      String phase,
      Model model,
      long size,
      long done,
      java.util.Map<String, Long> totals,
      java.util.Map<String, Long> doneByModel) {
    cancellation.check();
    long doneOfModel = doneByModel.merge(model.label(), size, Long::sum);
    listener.progressed(
        new Progress(
            Station.LOAD,
            phase,
            model.label(),
            doneOfModel,
            totals.getOrDefault(model.label(), -1L),
            done,
            meta.objects()));
  }
}
