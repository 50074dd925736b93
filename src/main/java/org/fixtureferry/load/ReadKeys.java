package org.fixtureferry.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.FixtureDialect;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.FixtureObject;
import org.fixtureferry.fixture.FixtureReader;
import org.fixtureferry.fixture.NaturalKeyOf;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Decisions;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Station;

/**
 * The first of the passes through a fixture: which natural keys it holds, and which it asks for, so
 * that a reference may stand before what it points at.
 */
final class ReadKeys {
  static final String UNRESOLVED = "unresolved-natural-key";

  private static final int SAMPLES = 100;

  private final Profile profile;
  private final KeyMap keys;
  private final FixtureDialect dialect;
  private final Map<Place, Map<List<String>, Asked>> asked = new LinkedHashMap<>();

  ReadKeys(Profile profile, KeyMap keys) {
    this.profile = profile;
    this.keys = keys;
    this.dialect = new FixtureDialect(profile);
  }

  /** A relation of a model. */
  private record Place(Model model, String field, String column, Model to) {}

  /** Who asks for one natural key. */
  private static final class Asked {
    private long count;
    private final List<String> pks = new ArrayList<>();
  }

  /**
   * @return what stands against the load; empty where nothing does
   */
  List<Finding> run(
      Path fixture,
      FixtureMeta meta,
      Decisions decisions,
      ProgressListener listener,
      Cancellation cancellation)
      throws IOException, SQLException {
    try (FixtureReader reader = FixtureReader.open(fixture)) {
      long objects = 0;
      for (Optional<FixtureObject> next = reader.next(); next.isPresent(); next = reader.next()) {
        see(next.get());
        if (++objects % 1_000 == 0) {
          cancellation.check();
          listener.progressed(
              new Progress(
                  Station.LOAD,
                  "Reading natural keys",
                  next.get().model(),
                  0,
                  -1,
                  objects,
                  meta.objects()));
        }
      }
    }
    List<Finding> findings = new ArrayList<>(dialect.findings(decisions));
    if (findings.stream().noneMatch(Finding::stops)) {
      findings.addAll(unresolved());
    }
    return findings;
  }

  private void see(FixtureObject object) {
    dialect.see(object);
    Model model = profile.model(object.model()).orElse(null);
    if (model == null) {
      return;
    }
    NaturalKeyOf.object(profile, model, object).ifPresent(key -> hold(model, object, key));
    object.fields().forEach((name, value) -> ask(model, object, name, value));
  }

  private void hold(Model model, FixtureObject object, List<String> key) {
    if (model.hasNaturalKey() || object.pk() == null) {
      keys.hold(model, key);
    } else {
      keys.hold(model, key, String.valueOf(object.pk()));
    }
  }

  private void ask(Model model, FixtureObject object, String name, Object value) {
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      return;
    }
    Field field = model.field(name).orElse(null);
    if (field != null && field.to().isPresent()) {
      ask(new Place(model, name, field.column(), profile.require(field.to().get())), object, list);
    }
    ManyToMany relation = field == null ? model.manyToMany(name).orElse(null) : null;
    if (relation != null) {
      Place place = new Place(model, name, null, profile.require(relation.to()));
      for (Object each : list) {
        if (each instanceof List<?> key) {
          ask(place, object, key);
        }
      }
    }
  }

  private void ask(Place place, FixtureObject object, List<?> parts) {
    Asked one =
        asked
            .computeIfAbsent(place, p -> new LinkedHashMap<>())
            .computeIfAbsent(parts.stream().map(String::valueOf).toList(), key -> new Asked());
    one.count++;
    if (one.pks.size() < SAMPLES) {
      String pk = FixtureDialect.printable(profile, place.model, object.pk());
      one.pks.add(pk != null ? pk : named(place.model, object));
    }
  }

  /** An object without a primary key is called by its natural one. */
  private String named(Model model, FixtureObject object) {
    return NaturalKeyOf.object(profile, model, object)
        .map(key -> String.join(".", key))
        .orElse("?");
  }

  private List<Finding> unresolved() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Place, Map<List<String>, Asked>> each : asked.entrySet()) {
      Place place = each.getKey();
      long count = 0;
      List<Finding.Sample> samples = new ArrayList<>();
      for (Map.Entry<List<String>, Asked> key : each.getValue().entrySet()) {
        if (keys.id(place.to, key.getKey()).isEmpty()) {
          count += key.getValue().count;
          String text = place.to.label() + " " + String.join(".", key.getKey());
          key.getValue().pks.stream()
              .limit(SAMPLES - samples.size())
              .forEach(pk -> samples.add(new Finding.Sample(pk, text)));
        }
      }
      if (count > 0) {
        findings.add(finding(place, count, samples));
      }
    }
    return findings;
  }

  private static Finding finding(Place place, long count, List<Finding.Sample> samples) {
    String why =
        place.to.fixtureKey().isEmpty()
            ? " by natural key, and this model has none. Dump without natural keys for it"
            : " by natural keys that neither the target nor the fixture holds. Make those rows on the target, or mend the fixture";
    return Finding.of(
            UNRESOLVED,
            Severity.STOPS,
            place.model.label()
                + "."
                + place.field
                + " names "
                + place.to.label()
                + why
                + ", then compare again.")
        .at(place.model.label(), place.model.table())
        .inColumn(place.column, place.field)
        .counting(count, samples);
  }
}
