package org.fixtureferry.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of docs/rest.md, run as they stand there. */
class RestDocIT {
  private static final Pattern BASH = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");

  @TempDir Path folder;

  @Test
  void migratesTheSample() throws Exception {
    Endpoint source = Samples.endpoint(Servers.legacy(), Samples.smallLegacy(Servers.legacy()));
    Endpoint target =
        Samples.endpoint(Servers.newHost(), Servers.freshDatabase(Servers.newHost(), "new"));
    Path here = Files.createDirectory(folder.resolve("here"));

    try (ConsoleProcess console = ConsoleProcess.serve(folder.resolve("data"))) {
      ProcessBuilder bash =
          new ProcessBuilder("bash", "-c", lines())
              .directory(here.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("bash.out").toFile());
      bash.environment().put("FERRY", console.home().toString().replaceFirst("/$", ""));
      bash.environment().putAll(variables("SOURCE", source));
      bash.environment().putAll(variables("TARGET", target));
      Process process = bash.start();
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("ends").isTrue();
      String said = Files.readString(folder.resolve("bash.out"));

      assertThat(process.exitValue()).as(said).isZero();
      assertThat(said).contains("verify: \"state\":\"done\"");
      assertThat(console.told()).doesNotContain(source.password(), target.password());
    }
    assertThat(here.resolve("diff.json")).content().contains("edumanage.institution");
    assertThat(here.resolve("institutions.json")).content().contains("\"new\"");
    assertThat(here.resolve("report.html")).content().contains("<html");
    assertThat(here.resolve("plan.yaml")).content().contains("only-in-target: remove");
    assertThat(
            Contents.ask(
                Servers.newHost(), target.database(), "SELECT COUNT(*) FROM edumanage_institution"))
        .containsExactly("25");
  }

  private static String lines() throws IOException {
    return BASH.matcher(Files.readString(Path.of("docs", "rest.md")))
        .results()
        .map((MatchResult block) -> block.group(1))
        .collect(Collectors.joining());
  }

  private static Map<String, String> variables(String side, Endpoint endpoint) {
    return Map.of(
        side + "_HOST", endpoint.host(),
        side + "_PORT", String.valueOf(endpoint.port()),
        side + "_DATABASE", endpoint.database(),
        side + "_USER", endpoint.user(),
        side + "_PASSWORD", endpoint.password());
  }
}
