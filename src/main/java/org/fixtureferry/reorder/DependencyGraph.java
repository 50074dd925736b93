package org.fixtureferry.reorder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * Which model needs which, by foreign key, one-to-one and many-to-many. What is matched by natural
 * key needs no order.
 */
public final class DependencyGraph {
  private final List<String> models;
  private final List<Reference> references;

  private DependencyGraph(List<String> models, List<Reference> references) {
    this.models = models;
    this.references = references;
  }

  public static DependencyGraph of(Profile profile) {
    List<Reference> references = new ArrayList<>();
    for (Model model : profile.models()) {
      for (Field field : model.dataFields()) {
        field.to().ifPresent(to -> add(profile, references, model, field.name(), to));
      }
      for (ManyToMany relation : model.manyToMany()) {
        add(profile, references, model, relation.name(), relation.to());
      }
    }
    return new DependencyGraph(
        profile.models().stream().map(Model::label).toList(), List.copyOf(references));
  }

  private static void add(
      Profile profile, List<Reference> references, Model model, String field, String to) {
    Model other = profile.require(to);
    if (!other.hasNaturalKey()) {
      references.add(new Reference(model.label(), field, other.label()));
    }
  }

  public List<Reference> references() {
    return references;
  }

  /** References of a model to itself: its rows may need rows of the same model that come later. */
  public List<Reference> selfReferences() {
    return references.stream().filter(each -> each.from().equals(each.to())).toList();
  }

  /** Groups of models that need each other in a circle, so that no order serves them all. */
  public List<List<String>> cycles() {
    return components().stream()
        .filter(group -> group.size() > 1)
        .map(group -> group.stream().sorted(Comparator.comparingInt(models::indexOf)).toList())
        .toList();
  }

  /**
   * Every model after those that it needs; where there is a choice, in the profile's order. Models
   * of a cycle stand together, in the profile's order.
   */
  public List<String> order() {
    List<Set<String>> components = components();
    Comparator<Integer> asInProfile = Comparator.comparingInt(each -> first(components.get(each)));
    List<String> order = new ArrayList<>();
    new TopologicalOrderIterator<>(neededFirst(components), asInProfile)
        .forEachRemaining(
            each ->
                components.get(each).stream()
                    .sorted(Comparator.comparingInt(models::indexOf))
                    .forEach(order::add));
    return order;
  }

  /**
   * By model, how many others have to come before it, one after the other: 0 where it needs none.
   * Models of a cycle have the same depth.
   */
  public Map<String, Integer> depths() {
    List<Set<String>> components = components();
    Graph<Integer, DefaultEdge> groups = neededFirst(components);
    Map<Integer, Integer> depths = new HashMap<>();
    new TopologicalOrderIterator<>(groups)
        .forEachRemaining(
            group ->
                depths.put(
                    group,
                    Graphs.predecessorListOf(groups, group).stream()
                        .mapToInt(needed -> depths.get(needed) + 1)
                        .max()
                        .orElse(0)));
    Map<String, Integer> byModel = new HashMap<>();
    depths.forEach(
        (group, depth) -> components.get(group).forEach(model -> byModel.put(model, depth)));
    return byModel;
  }

  /** Cycles as one, each by its index, with an edge from what is needed to what needs it. */
  private Graph<Integer, DefaultEdge> neededFirst(List<Set<String>> components) {
    Map<String, Integer> group = new HashMap<>();
    for (int i = 0; i < components.size(); i++) {
      for (String model : components.get(i)) {
        group.put(model, i);
      }
    }
    Graph<Integer, DefaultEdge> needs = new SimpleDirectedGraph<>(DefaultEdge.class);
    Graphs.addAllVertices(needs, group.values());
    for (Reference each : references) {
      Integer from = group.get(each.to());
      Integer to = group.get(each.from());
      if (!from.equals(to)) {
        needs.addEdge(from, to);
      }
    }
    return needs;
  }

  /**
   * References that point forward in an order: the model that is needed stands after the one that
   * needs it.
   */
  public List<Reference> forward(List<String> order) {
    return references.stream()
        .filter(
            each ->
                order.contains(each.from())
                    && order.indexOf(each.to()) > order.indexOf(each.from()))
        .toList();
  }

  private int first(Set<String> component) {
    return component.stream().mapToInt(models::indexOf).min().orElseThrow();
  }

  private List<Set<String>> components() {
    Graph<String, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
    Graphs.addAllVertices(graph, models);
    references.forEach(each -> graph.addEdge(each.from(), each.to()));
    return new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets();
  }
}
