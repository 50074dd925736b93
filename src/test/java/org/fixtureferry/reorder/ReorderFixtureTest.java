package org.fixtureferry.reorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.fixture.FixtureFault;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.servers.Circles;
import org.fixtureferry.servers.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReorderFixtureTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void givesWhatDjangosReorderFixturesGives() throws Exception {
    Path ordered = reorder(Samples.text("golden-dumpdata.json"), Samples.DJNRO.reorder()).ordered;

    assertThat(JSON.readTree(ordered.toFile()))
        .isEqualTo(JSON.readTree(Samples.text("golden-reordered.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"edges", "ties", "history", "zero", "custom-permission"})
  void givesWhatDjangosReorderFixturesGivesOfOtherFixtures(String set) throws Exception {
    Path ordered =
        reorder(Samples.text("sets/" + set + "/golden-dumpdata.json.gz"), Samples.DJNRO.reorder())
            .ordered;

    assertThat(JSON.readTree(ordered.toFile()))
        .isEqualTo(JSON.readTree(Samples.text("sets/" + set + "/golden-reordered.json.gz")));
  }

  @Test
  void computesAnOrderInWhichNothingPointsForward() throws Exception {
    ReorderResult result = reorder(Samples.text("golden-dumpdata.json"), List.of()).result;

    assertThat(result.forward()).isEmpty();
    assertThat(result.findings()).isEmpty();
    assertThat(result.objects().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(1_075);
    assertThat(result.order().indexOf("edumanage.contact"))
        .isLessThan(result.order().indexOf("edumanage.realm"));
  }

  @Test
  void namesWhatPointsForward() throws Exception {
    ReorderResult result =
        reorder(Samples.text("golden-dumpdata.json"), List.of("edumanage.institutioncontactpool"))
            .result;

    assertThat(result.forward())
        .contains(
            new Reference(
                "edumanage.institutioncontactpool", "institution", "edumanage.institution"));
  }

  @Test
  void namesSelfReferencesAndCycles() throws Exception {
    DependencyGraph graph = DependencyGraph.of(Circles.profile());

    assertThat(graph.selfReferences())
        .containsExactly(new Reference("zoo.keeper", "boss", "zoo.keeper"));
    assertThat(graph.cycles()).containsExactly(List.of("zoo.cage", "zoo.animal"));
    assertThat(graph.order()).containsExactly("zoo.keeper", "zoo.cage", "zoo.animal");
  }

  @Test
  void keepsTheFilesOrderInsideAModelAndOfTheRest() throws Exception {
    Ordered done =
        reorder(
            "["
                + object("b.b", 2)
                + object(",a.a", 9)
                + object(",b.b", 1)
                + object(",c.c", 5)
                + object(",a.a", 3)
                + "]",
            List.of("a.a"));

    List<String> found = new ArrayList<>();
    JSON.readTree(done.ordered.toFile())
        .forEach(each -> found.add(each.get("model").asText() + each.get("pk").asText()));
    assertThat(found).containsExactly("a.a9", "a.a3", "b.b2", "b.b1", "c.c5");
  }

  @Test
  void takesAByteOrderMarkAndModelsInAnyCase() throws Exception {
    Ordered done = reorder("\uFEFF[" + object("b.b", 2) + object(",a.a", 9) + "]", List.of("A.A"));

    assertThat(JSON.readTree(done.ordered.toFile()).get(0).get("model").asText()).isEqualTo("a.a");
    assertThat(done.result.findings()).isEmpty();
  }

  @Test
  void refusesAModelThatIsListedTwice() {
    assertThatThrownBy(() -> reorder("[]", List.of("a.a", "A.a")))
        .hasMessageContaining("listed twice");
  }

  @Test
  void warnsOfAModelThatDoesNotOccur() throws Exception {
    assertThat(reorder("[" + object("b.b", 2) + "]", List.of("a.a")).result.findings())
        .extracting(Finding::text)
        .containsExactly("Model a.a is listed and does not occur in the fixture.");
  }

  @Test
  void givesAnEmptyFixtureBack() throws Exception {
    assertThat(JSON.readTree(reorder("[]", List.of()).ordered.toFile())).isEmpty();
  }

  @Test
  void namesLineAndColumnOfAFaultAndLeavesTheOutputAlone() throws Exception {
    Path ordered = folder.resolve("ordered.json");
    Files.writeString(ordered, "before");
    String broken = "[\n" + object("a.a", 1) + ",\n{\"pk\": 2, \"model\": }\n]";

    assertThatThrownBy(() -> reorder(broken, List.of()))
        .isInstanceOf(FixtureFault.class)
        .hasMessageContaining("line 3, column 20");
    assertThat(Files.readString(ordered)).isEqualTo("before");
    assertThatThrownBy(() -> reorder("", List.of())).hasMessageContaining("the file is empty");
    assertThatThrownBy(() -> reorder("[" + object("a.a", 1), List.of()))
        .hasMessageContaining("ends too early");
    assertThatThrownBy(() -> reorder("[] x", List.of())).isInstanceOf(FixtureFault.class);
    assertThatThrownBy(() -> reorder("[{\"pk\": 1, \"fields\": {}}]", List.of()))
        .hasMessageContaining("lacks \"model\"");
  }

  private record Ordered(Path ordered, ReorderResult result) {}

  private Ordered reorder(String fixture, List<String> order) throws Exception {
    Path input = folder.resolve("fixture.json");
    Path output = folder.resolve("ordered.json");
    Files.writeString(input, fixture);
    Files.deleteIfExists(folder.resolve("fixture.json.meta.json"));
    ReorderResult result =
        new ReorderFixture(Optional.of(Samples.DJNRO), input, output, order)
            .run(ProgressListener.NO_OP, new Cancellation());
    return new Ordered(output, result);
  }

  private static String object(String model, int pk) {
    String comma = model.startsWith(",") ? ",\n" : "";
    return comma
        + "{\"pk\": "
        + pk
        + ", \"model\": \""
        + model.replace(",", "")
        + "\", \"fields\": {\"text\": \"β[{\"}}";
  }
}
