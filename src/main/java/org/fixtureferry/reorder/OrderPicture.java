package org.fixtureferry.reorder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A list of models with its references that point forward, ready to draw: the list's rows have
 * fixed heights, so that arcs beside it meet them.
 *
 * @param width of the arcs' drawing, in pixels
 * @param height of the list, in pixels
 */
public record OrderPicture(List<Row> rows, List<Arc> arcs, int width, int height) {
  /** Height of a row's name line, and of each line of reasons below it; order.css says the same. */
  private static final int NAME = 44;

  private static final int REASON = 24;

  /** Distance between arcs, and from the outermost to the edge. */
  private static final int GAP = 10;

  private static final int MOST_LANES = 6;

  public OrderPicture {
    rows = List.copyOf(rows);
    arcs = List.copyOf(arcs);
  }

  /**
   * A model in the list.
   *
   * @param place from 1
   * @param forward its references to models that stand after it
   * @param self its references to itself
   * @param circle the other models of a circle that it belongs to
   */
  public record Row(
      int place, String model, List<Reference> forward, List<Reference> self, List<String> circle) {
    public Row {
      forward = List.copyOf(forward);
      self = List.copyOf(self);
      circle = List.copyOf(circle);
    }

    public String circled() {
      return String.join(", ", circle);
    }

    public boolean first() {
      return place == 1;
    }

    int lines() {
      return forward.size() + self.size() + (circle.isEmpty() ? 0 : 1);
    }
  }

  /**
   * A reference that points forward.
   *
   * @param path from the model that needs to the one that is needed, as SVG's "d"
   * @param head the arrow's head, as SVG's "points"
   */
  public record Arc(Reference reference, String path, String head) {}

  public static OrderPicture of(List<String> order, DependencyGraph graph) {
    List<Reference> forward = graph.forward(order);
    List<Row> rows = new ArrayList<>();
    for (String model : order) {
      rows.add(
          new Row(
              rows.size() + 1,
              model,
              forward.stream().filter(each -> each.from().equals(model)).toList(),
              graph.selfReferences().stream().filter(each -> each.from().equals(model)).toList(),
              graph.cycles().stream()
                  .filter(group -> group.contains(model))
                  .flatMap(List::stream)
                  .filter(other -> !other.equals(model))
                  .toList()));
    }
    Map<String, Integer> middles = new HashMap<>();
    int height = 0;
    for (Row row : rows) {
      middles.put(row.model(), height + NAME / 2);
      height += NAME + row.lines() * REASON;
    }
    int lanes = Math.max(1, Math.min(forward.size(), MOST_LANES));
    int width = (lanes + 2) * GAP;
    List<Arc> arcs = new ArrayList<>();
    for (Reference each : forward) {
      arcs.add(
          arc(
              each,
              width,
              width - GAP * (2 + arcs.size() % lanes),
              middles.get(each.from()),
              middles.get(each.to())));
    }
    return new OrderPicture(rows, arcs, width, height);
  }

  private static Arc arc(Reference reference, int right, int lane, int from, int to) {
    int edge = right - 2;
    // Two quarter turns and a straight line between them.
    int turn = Math.min(edge - lane, (to - from) / 2);
    String path =
        String.format(
            Locale.ROOT,
            "M%d %dH%dQ%d %d %d %dV%dQ%d %d %d %dH%d",
            edge,
            from,
            lane + turn,
            lane,
            from,
            lane,
            from + turn,
            to - turn,
            lane,
            to,
            lane + turn,
            to,
            edge - 5);
    String head =
        String.format(
            Locale.ROOT, "%d,%d %d,%d %d,%d", edge, to, edge - 6, to - 4, edge - 6, to + 4);
    return new Arc(reference, path, head);
  }
}
