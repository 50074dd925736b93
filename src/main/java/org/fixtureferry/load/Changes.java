package org.fixtureferry.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;

/**
 * What a diff found out: numbers for people, and for the load the keys of what has to go before
 * anything is written. Keys only, and only of objects that differ; the objects themselves stay in
 * the fixture.
 */
final class Changes {
  private static final int KINDS = ObjectDiff.Kind.values().length;

  private final Map<String, long[]> counts = new LinkedHashMap<>();
  private final Map<String, Set<String>> seen = new HashMap<>();
  private final Map<Model, List<String>> changedRows = new LinkedHashMap<>();
  private final Map<ManyToMany, List<String>> changedEnds = new LinkedHashMap<>();
  private final Map<Model, List<String>> onlyInTarget = new LinkedHashMap<>();
  private final Map<Model, List<String>> provisional = new LinkedHashMap<>();
  private final Map<String, Long> prepared = new HashMap<>();
  private final Map<String, Set<String>> kept = new HashMap<>();
  private final Map<Model, List<Clash>> clashes = new LinkedHashMap<>();
  private Largest largest = new Largest(null, null, 0);

  /** The largest object of the fixture, in bytes of a statement. */
  record Largest(Model model, String pk, long bytes) {}

  /** An object with a unique value that another row of the target holds. */
  record Clash(String pk, String other, boolean isNew) {}

  /** Whether this is the first object of that key. */
  boolean firstSight(Model model, String pk) {
    return seen.computeIfAbsent(model.label(), label -> new HashSet<>()).add(pk);
  }

  boolean inFixture(Model model, String pk) {
    return seen.getOrDefault(model.label(), Set.of()).contains(pk);
  }

  void weigh(Model model, ExpectedRow row) {
    if (row.bytes() > largest.bytes) {
      largest = new Largest(model, row.pk(), row.bytes());
    }
  }

  void count(Model model, ObjectDiff.Kind kind) {
    counts.computeIfAbsent(model.label(), label -> new long[KINDS])[kind.ordinal()]++;
  }

  /** A row that Prepare made and the fixture holds, too. */
  void prepared(Model model) {
    prepared.merge(model.label(), 1L, Long::sum);
  }

  void changedRow(Model model, String pk) {
    changedRows.computeIfAbsent(model, m -> new ArrayList<>()).add(pk);
  }

  void changedEnds(ManyToMany relation, String owner) {
    changedEnds.computeIfAbsent(relation, r -> new ArrayList<>()).add(owner);
  }

  /** An object whose values in the target stay, by the operator's policy. */
  void keep(Model model, String pk) {
    kept.computeIfAbsent(model.label(), label -> new HashSet<>()).add(pk);
  }

  boolean isKept(Model model, String pk) {
    return kept.getOrDefault(model.label(), Set.of()).contains(pk);
  }

  void clash(Model model, String pk, String other, boolean isNew) {
    clashes.computeIfAbsent(model, m -> new ArrayList<>()).add(new Clash(pk, other, isNew));
  }

  /**
   * The objects of a model that cannot be written: another row holds their unique value, and stays.
   *
   * @param removesOnlyInTarget whether rows that are only in the target make room
   */
  List<Clash> blocked(Model model, boolean removesOnlyInTarget) {
    Set<String> going = new HashSet<>(changedRows.getOrDefault(model, List.of()));
    going.addAll(provisional.getOrDefault(model, List.of()));
    if (removesOnlyInTarget) {
      going.addAll(onlyInTarget.getOrDefault(model, List.of()));
    }
    return clashes.getOrDefault(model, List.of()).stream()
        .filter(clash -> !isKept(model, clash.pk()) && !going.contains(clash.other()))
        .toList();
  }

  private ModelDiff.Clashes clashes(Model model) {
    List<Clash> all = clashes.getOrDefault(model, List.of());
    if (all.isEmpty()) {
      return ModelDiff.Clashes.NONE;
    }
    long blocked = blocked(model, true).size();
    return new ModelDiff.Clashes(
        all.size(),
        all.stream().filter(Clash::isNew).count(),
        blocked,
        blocked(model, false).size() - blocked);
  }

  void onlyInTarget(Model model, String pk) {
    onlyInTarget.computeIfAbsent(model, m -> new ArrayList<>()).add(pk);
  }

  void provisional(Model model, String pk) {
    provisional.computeIfAbsent(model, m -> new ArrayList<>()).add(pk);
  }

  Map<Model, List<String>> changedRows() {
    return changedRows;
  }

  Map<ManyToMany, List<String>> changedEnds() {
    return changedEnds;
  }

  Map<Model, List<String>> onlyInTarget() {
    return onlyInTarget;
  }

  Map<Model, List<String>> provisional() {
    return provisional;
  }

  Largest largest() {
    return largest;
  }

  long of(Model model, ObjectDiff.Kind kind) {
    return counts.getOrDefault(model.label(), new long[KINDS])[kind.ordinal()];
  }

  /** The numbers of every model that the fixture or, beyond it, the target holds. */
  List<ModelDiff> byModel(List<Model> models) {
    List<ModelDiff> diffs = new ArrayList<>();
    for (Model model : models) {
      ModelDiff diff =
          new ModelDiff(
              model.label(),
              of(model, ObjectDiff.Kind.NEW),
              of(model, ObjectDiff.Kind.CHANGED),
              of(model, ObjectDiff.Kind.SAME),
              onlyInTarget.getOrDefault(model, List.of()).size(),
              provisional.getOrDefault(model, List.of()).size(),
              prepared.getOrDefault(model.label(), 0L),
              clashes(model));
      if (diff.added() + diff.changed() + diff.same() + diff.onlyInTarget() + diff.provisional()
          > 0) {
        diffs.add(diff);
      }
    }
    return diffs;
  }
}
