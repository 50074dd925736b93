package org.fixtureferry.reorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.reorder.OrderChoices.Kind;
import org.fixtureferry.servers.Circles;
import org.fixtureferry.servers.Samples;
import org.junit.jupiter.api.Test;

class PicturesTest {
  private static final List<String> ZOO = List.of("zoo.cage", "zoo.animal", "zoo.keeper");

  @Test
  void marksWhatPointsForwardAtItselfAndInACircle() throws Exception {
    OrderPicture picture = OrderPicture.of(ZOO, DependencyGraph.of(Circles.profile()));

    assertThat(picture.arcs())
        .extracting(arc -> arc.reference().toString())
        .containsExactly("zoo.cage.star → zoo.animal", "zoo.animal.keeper → zoo.keeper");
    assertThat(picture.rows().get(0).circle()).containsExactly("zoo.animal");
    assertThat(picture.rows().get(2).self()).hasSize(1);
    // Three rows of 44, and lines of 24: two for each of the first, one for the last.
    assertThat(picture.height()).isEqualTo(3 * 44 + 5 * 24);
  }

  @Test
  void drawsAModelToTheRightOfAllThatItNeeds() {
    DependencyGraph graph = DependencyGraph.of(Samples.DJNRO);
    GraphPicture picture = GraphPicture.of(graph, graph.order());

    Map<String, Integer> left =
        picture.nodes().stream()
            .collect(
                java.util.stream.Collectors.toMap(GraphPicture.Node::model, GraphPicture.Node::x));
    assertThat(picture.edges())
        .isNotEmpty()
        .allSatisfy(edge -> assertThat(left.get(edge.to())).isLessThan(left.get(edge.from())));
    assertThat(picture.nodes())
        .allSatisfy(
            node -> {
              assertThat(node.x() + node.width()).isLessThanOrEqualTo(picture.width());
              assertThat(node.y() + node.height()).isLessThanOrEqualTo(picture.height());
            });
    assertThat(picture.nodes().size() + picture.alone().size())
        .isEqualTo(Samples.DJNRO.models().size());
  }

  @Test
  void drawsACircleToo() throws Exception {
    GraphPicture picture = GraphPicture.of(DependencyGraph.of(Circles.profile()), ZOO);

    assertThat(picture.edges()).hasSize(3);
    assertThat(picture.nodes().get(2).self()).isTrue();
  }

  @Test
  void knowsWhereAnOrderComesFrom() {
    List<String> inFile = List.of("edumanage.realm", "edumanage.contact", "other.thing");

    OrderChoices computed = new OrderChoices(Samples.DJNRO, inFile, Optional.empty());
    assertThat(computed.kind()).isEqualTo(Kind.COMPUTED);
    assertThat(computed.chosen())
        .containsExactly("edumanage.contact", "edumanage.realm", "other.thing");
    assertThat(new OrderChoices(Samples.DJNRO, inFile, Optional.of(Samples.DJNRO.reorder())).kind())
        .isEqualTo(Kind.PROCEDURE);
    OrderChoices own =
        new OrderChoices(Samples.DJNRO, inFile, Optional.of(List.of("edumanage.realm")));
    assertThat(own.kind()).isEqualTo(Kind.OWN);
    assertThat(own.chosen()).isEqualTo(inFile);
    assertThat(own.sayable(inFile)).containsExactly("edumanage.realm", "edumanage.contact");
  }

  @Test
  void movesByOneAndNotBeyondTheEnds() {
    assertThat(OrderChoices.moved(ZOO, "zoo.animal", -1))
        .containsExactly("zoo.animal", "zoo.cage", "zoo.keeper");
    assertThat(OrderChoices.moved(ZOO, "zoo.animal", 1))
        .containsExactly("zoo.cage", "zoo.keeper", "zoo.animal");
    assertThat(OrderChoices.moved(ZOO, "zoo.cage", -1)).isEqualTo(ZOO);
    assertThat(OrderChoices.moved(ZOO, "zoo.nothing", 1)).isEqualTo(ZOO);
  }
}
