package org.fixtureferry.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "./ferry demo" as a newcomer starts it. */
class DemoIT {
  @TempDir Path folder;

  @Test
  void migratesTheSampleAndShowsEveryKindOfDifferenceToAnOlderRehearsal() throws Exception {
    try (ConsoleProcess demo =
        ConsoleProcess.serve(folder.resolve("data"), "demo", "--institutions", "6")) {
      Crossings crossings = demo.crossings();

      String fresh = crossings.named("Demo");
      assertThat(crossings.crossing(fresh).at("/plan/source/user").asText()).isEqualTo("reader");
      assertThat(crossings.crossing(fresh).toString()).doesNotContain("password");
      crossings.runAll(fresh, "connect", "prepare", "export", "reorder", "load", "verify");

      String over = crossings.named("Demo: over an older rehearsal");
      crossings.runAll(over, "connect", "prepare", "export", "reorder");
      JsonNode stopped = crossings.run(over, "load");
      assertThat(stopped.at("/status/state").asText()).isEqualTo("failed");
      Map<String, Long> kinds = kinds(stopped.at("/result/models"));
      assertThat(kinds)
          .containsEntry("auth.group changed", 1L)
          .containsEntry("auth.user changed", 1L)
          .containsEntry("flatpages.flatpage changed", 1L)
          .containsEntry("edumanage.url_i18n changed", 1L)
          .containsEntry("edumanage.institution added", 1L)
          .containsEntry("edumanage.serviceloc onlyInTarget", 1L)
          .containsKey("edumanage.instserver changed")
          .containsKey("edumanage.contact same");

      crossings.change(over, "load", "{\"conflicts\": {\"only-in-target\": \"remove\"}}");
      crossings.runAll(over, "load", "verify");

      List<ProcessHandle> servers = demo.children();
      assertThat(servers).isNotEmpty();
      assertThat(demo.interrupt()).isZero();
      assertThat(servers).noneMatch(ProcessHandle::isAlive);
      assertThat(demo.err()).doesNotContain("ERROR", "\tat ");
    }
    assertThat(runFolders()).isEmpty();
  }

  @Test
  void stopsCleanlyBeforeItServes() throws Exception {
    try (ConsoleProcess demo =
        ConsoleProcess.start(folder.resolve("data"), Map.of("FERRY_PORT", "0"), "demo")) {
      demo.awaitWord("Filling");
      List<ProcessHandle> servers = demo.children();
      demo.interrupt();
      assertThat(servers).noneMatch(ProcessHandle::isAlive);
      assertThat(demo.err()).doesNotContain("\tat ");
    }
    assertThat(runFolders()).isEmpty();
  }

  private List<Path> runFolders() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("data/demo"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("run-")).toList();
    }
  }

  private static Map<String, Long> kinds(JsonNode models) {
    Map<String, Long> kinds = new HashMap<>();
    for (JsonNode model : models) {
      for (String kind : List.of("added", "changed", "same", "onlyInTarget")) {
        if (model.get(kind).asLong() > 0) {
          kinds.put(model.get("model").asText() + " " + kind, model.get(kind).asLong());
        }
      }
    }
    return kinds;
  }
}
