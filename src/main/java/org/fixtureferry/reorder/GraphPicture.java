package org.fixtureferry.reorder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which model needs which, ready to draw: models that need nothing stand at the left, each other
 * one to the right of all that it needs.
 *
 * @param nodes models with a reference to or from another one
 * @param alone models without any
 */
public record GraphPicture(
    List<Node> nodes, List<Edge> edges, List<String> alone, int width, int height) {
  private static final int BOX_WIDTH = 152;
  private static final int BOX_HEIGHT = 36;
  private static final int COLUMN = BOX_WIDTH + 44;
  private static final int ROW = BOX_HEIGHT + 14;
  private static final int MARGIN = 8;

  /** How far a line goes straight before it bends. */
  private static final int BEND = 24;

  /** Rounds of sorting by neighbours; more change nothing in graphs of this size. */
  private static final int ROUNDS = 8;

  public GraphPicture {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    alone = List.copyOf(alone);
  }

  /**
   * A model as a box.
   *
   * @param x left edge
   * @param y upper edge
   * @param needs models that it points at
   * @param neededBy models that point at it
   */
  public record Node(
      String model, int x, int y, List<String> needs, List<String> neededBy, boolean self) {
    public Node {
      needs = List.copyOf(needs);
      neededBy = List.copyOf(neededBy);
    }

    public int width() {
      return BOX_WIDTH;
    }

    public int height() {
      return BOX_HEIGHT;
    }

    /** Where the two lines of text begin. */
    public int textX() {
      return x + 9;
    }

    public int appY() {
      return y + 14;
    }

    public int nameY() {
      return y + 28;
    }

    public String app() {
      return model.substring(0, model.indexOf('.'));
    }

    public String name() {
      return model.substring(model.indexOf('.') + 1);
    }
  }

  /**
   * All references of one model to another as one line.
   *
   * @param fields Django's names of the fields
   * @param path as SVG's "d", from the model that needs to the one that is needed
   * @param head the arrow's head, as SVG's "points"
   */
  public record Edge(String from, String to, List<String> fields, String path, String head) {
    public Edge {
      fields = List.copyOf(fields);
    }
  }

  /**
   * @param models that occur in the fixture
   */
  public static GraphPicture of(DependencyGraph graph, List<String> models) {
    List<Reference> references =
        graph.references().stream()
            .filter(each -> models.contains(each.from()) && models.contains(each.to()))
            .toList();
    Map<String, Set<String>> needs = new HashMap<>();
    Map<String, Set<String>> neededBy = new HashMap<>();
    for (Reference each : references) {
      if (!each.from().equals(each.to())) {
        needs.computeIfAbsent(each.from(), model -> new LinkedHashSet<>()).add(each.to());
        neededBy.computeIfAbsent(each.to(), model -> new LinkedHashSet<>()).add(each.from());
      }
    }
    List<String> linked =
        models.stream().filter(m -> needs.containsKey(m) || neededBy.containsKey(m)).toList();
    List<List<String>> columns = columns(linked, graph.depths(), needs, neededBy);
    int tallest = columns.stream().mapToInt(List::size).max().orElse(0);
    Map<String, Node> nodes = new TreeMap<>(Comparator.comparingInt(models::indexOf));
    for (int column = 0; column < columns.size(); column++) {
      List<String> stack = columns.get(column);
      int top = MARGIN + (tallest - stack.size()) * ROW / 2;
      for (int i = 0; i < stack.size(); i++) {
        String model = stack.get(i);
        nodes.put(
            model,
            new Node(
                model,
                MARGIN + column * COLUMN,
                top + i * ROW,
                List.copyOf(needs.getOrDefault(model, Set.of())),
                List.copyOf(neededBy.getOrDefault(model, Set.of())),
                references.stream().anyMatch(r -> r.from().equals(model) && r.to().equals(model))));
      }
    }
    List<Edge> edges = new ArrayList<>();
    needs.forEach(
        (from, all) ->
            all.forEach(to -> edges.add(edge(nodes.get(from), nodes.get(to), references))));
    edges.sort(
        Comparator.<Edge>comparingInt(e -> models.indexOf(e.from()))
            .thenComparingInt(e -> models.indexOf(e.to())));
    return new GraphPicture(
        List.copyOf(nodes.values()),
        edges,
        models.stream().filter(model -> !linked.contains(model)).toList(),
        2 * MARGIN + Math.max(0, columns.size() - 1) * COLUMN + BOX_WIDTH,
        2 * MARGIN + Math.max(1, tallest) * ROW - (ROW - BOX_HEIGHT));
  }

  /** Models by depth; inside a column sorted by where their neighbours stand. */
  private static List<List<String>> columns(
      List<String> models,
      Map<String, Integer> depths,
      Map<String, Set<String>> needs,
      Map<String, Set<String>> neededBy) {
    TreeMap<Integer, List<String>> byDepth = new TreeMap<>();
    for (String model : models) {
      byDepth.computeIfAbsent(depths.get(model), depth -> new ArrayList<>()).add(model);
    }
    List<List<String>> columns = new ArrayList<>(byDepth.values());
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Double> places = new HashMap<>();
      columns.forEach(
          column -> {
            for (int i = 0; i < column.size(); i++) {
              places.put(column.get(i), i - (column.size() - 1) / 2.0);
            }
          });
      Map<String, Set<String>> neighbours = round % 2 == 0 ? needs : neededBy;
      for (List<String> column : columns) {
        column.sort(
            Comparator.comparingDouble(
                model ->
                    neighbours.getOrDefault(model, Set.of()).stream()
                        .mapToDouble(places::get)
                        .average()
                        .orElse(places.get(model))));
      }
    }
    return columns;
  }

  private static Edge edge(Node from, Node to, List<Reference> references) {
    List<String> fields =
        references.stream()
            .filter(each -> each.from().equals(from.model()) && each.to().equals(to.model()))
            .map(Reference::field)
            .toList();
    boolean leftwards = to.x() < from.x();
    // Inside a circle both boxes may stand in one column, or the wrong way round.
    int x1 = leftwards ? from.x() : from.x() + BOX_WIDTH;
    int x2 = leftwards || to.x() == from.x() ? to.x() + BOX_WIDTH : to.x();
    int y1 = from.y() + BOX_HEIGHT / 2;
    int y2 = to.y() + BOX_HEIGHT / 2;
    int tip = x2 < x1 || to.x() == from.x() ? 1 : -1;
    int bend = leftwards ? -BEND : BEND;
    int end = x2 + 6 * tip;
    String path =
        String.format(
            Locale.ROOT,
            "M%d %dC%d %d %d %d %d %d",
            x1,
            y1,
            x1 + bend,
            y1,
            end + BEND * tip,
            y2,
            end,
            y2);
    String head =
        String.format(
            Locale.ROOT, "%d,%d %d,%d %d,%d", x2, y2, x2 + 7 * tip, y2 - 4, x2 + 7 * tip, y2 + 4);
    return new Edge(from.model(), to.model(), fields, path, head);
  }
}
