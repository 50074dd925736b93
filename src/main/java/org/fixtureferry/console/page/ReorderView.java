package org.fixtureferry.console.page;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fixtureferry.crossing.Fixtures;
import org.fixtureferry.reorder.DependencyGraph;
import org.fixtureferry.reorder.GraphPicture;
import org.fixtureferry.reorder.OrderChoices;
import org.fixtureferry.reorder.OrderChoices.Kind;
import org.fixtureferry.reorder.OrderPicture;
import org.fixtureferry.reorder.Reference;
import org.fixtureferry.reorder.ReorderResult;

/**
 * What the page of Reorder shows.
 *
 * @param choices the orders to choose from
 * @param objects by model of the exported fixture
 * @param up the model whose button "up" gets the focus; null where none does
 * @param down likewise "down"
 * @param spoken the model whose new place is said aloud; null where none was moved
 * @param result null where there is none
 * @param stored the ordered fixture to hand out; null where there is none
 */
public record ReorderView(
    OrderChoices choices,
    Map<String, Long> objects,
    OrderPicture picture,
    GraphPicture graph,
    String up,
    String down,
    String spoken,
    ReorderResult result,
    Fixtures.Stored stored) {

  /** A proposed order: what it is, and how much points forward in it. */
  public record Proposal(Kind kind, boolean chosen, int forward) {}

  /** One model's place in each order. */
  public record Places(String model, int computed, int procedure, int chosen) {}

  /** One row of the result's table. */
  public record ModelRow(int place, String model, long objects, List<Reference> forward) {}

  static ReorderView of(
      OrderChoices choices,
      Map<String, Long> objects,
      ReorderPages.Moved moved,
      String spoken,
      ReorderResult result,
      Fixtures.Stored stored) {
    return new ReorderView(
        choices,
        objects,
        OrderPicture.of(choices.chosen(), choices.graph()),
        GraphPicture.of(choices.graph(), choices.computed()),
        moved.up(),
        moved.down(),
        spoken,
        result,
        stored);
  }

  public int models() {
    return objects.size();
  }

  public List<Proposal> proposals() {
    DependencyGraph graph = choices.graph();
    return List.of(
        new Proposal(
            Kind.COMPUTED,
            choices.kind() == Kind.COMPUTED,
            graph.forward(choices.computed()).size()),
        new Proposal(
            Kind.PROCEDURE,
            choices.kind() == Kind.PROCEDURE,
            graph.forward(choices.procedure()).size()));
  }

  public boolean own() {
    return choices.kind() == Kind.OWN;
  }

  /** References that point forward in the chosen order. */
  public int forward() {
    return picture.arcs().size();
  }

  public List<Places> places() {
    List<String> computed = choices.computed();
    List<String> procedure = choices.procedure();
    List<String> chosen = choices.chosen();
    return chosen.stream()
        .map(
            model ->
                new Places(
                    model,
                    computed.indexOf(model) + 1,
                    procedure.indexOf(model) + 1,
                    chosen.indexOf(model) + 1))
        .toList();
  }

  /** The place of the model that was moved. */
  public int spokenPlace() {
    return choices.chosen().indexOf(spoken) + 1;
  }

  public List<ModelRow> resultModels() {
    return IntStream.range(0, result.order().size())
        .mapToObj(
            i -> {
              String model = result.order().get(i);
              return new ModelRow(
                  i + 1,
                  model,
                  result.objects().get(model),
                  result.forward().stream().filter(each -> each.from().equals(model)).toList());
            })
        .toList();
  }

  public long resultObjects() {
    return result.objects().values().stream().mapToLong(Long::longValue).sum();
  }
}
