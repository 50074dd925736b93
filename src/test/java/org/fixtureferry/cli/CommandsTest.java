package org.fixtureferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Every command, as a person and as a script runs it. */
class CommandsTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final SandboxServer newHost = Servers.newHost();

  @TempDir Path folder;
  private Endpoint source;
  private Endpoint target;
  private Ferry ferry;
  private String plan;

  @BeforeEach
  void plan() throws Exception {
    source = Samples.endpoint(Servers.legacy(), Samples.smallLegacy(Servers.legacy()));
    target = Samples.endpoint(newHost, Servers.freshDatabase(newHost, "new"));
    ferry = new Ferry(folder, Plans.passwords(source, target));
    plan = Plans.write(folder, source, target).toString();
  }

  @Test
  void oneStationAfterTheOtherForAPerson() throws Exception {
    String fixture = folder.resolve("fixture.json").toString();
    String ordered = folder.resolve("ordered.json").toString();

    assertThat(green("survey", "--plan", plan))
        .contains("MySQL 5.5.9", "edumanage_contact", "MyISAM", "South history: complete");
    Map<String, String> empty = Contents.checksums(newHost, target.database());
    assertThat(green("prepare", "--plan", plan, "--sql"))
        .contains("CREATE TABLE `edumanage_contact`", "ENGINE=InnoDB", "FOREIGN KEY");
    assertThat(Contents.checksums(newHost, target.database())).isEqualTo(empty);
    green("prepare", "--plan", plan);
    assertThat(green("export", "--plan", plan, "--out", fixture, "--gzip"))
        .contains("1,075 objects", "SHA-256");
    assertThat(folder.resolve("fixture.json.gz")).exists();
    green("reorder", fixture, "--out", ordered, "--profile", "djnro-0.8");
    assertThat(green("load", "--plan", plan, ordered, "--dry-run", "--objects", "edumanage.realm"))
        .contains("new edumanage.realm pk=1", "+ country: \"gr\"")
        .doesNotContain("new edumanage.contact")
        .contains("would write 1,029 new objects, change 46, remove 0");
    assertThat(Contents.ask(newHost, target.database(), "SELECT COUNT(*) FROM edumanage_realm"))
        .containsExactly("0");
    assertThat(green("load", "--plan", plan, ordered)).contains("1,029 new objects, 46 changed");
    assertThat(green("verify", "--plan", plan)).contains("done");
    String report = folder.resolve("report.html").toString();
    green("report", "--plan", plan, "--out", report);
    assertThat(Files.readString(Path.of(report)))
        .contains("<html", "Verify", "Export")
        .doesNotContain(source.password(), target.password());

    Servers.run(
        newHost, target.database(), "UPDATE edumanage_contact SET contact_name = 'x' WHERE id = 3");
    Ferry.Outcome spoilt = ferry.run("verify", "--plan", plan);
    assertThat(spoilt.status()).isEqualTo(1);
    assertThat(spoilt.out()).contains("NOT GREEN", "edumanage_contact", "pk=3", "contact_name");
  }

  @Test
  void oneDocumentACommandForAScript() throws Exception {
    String fixture = folder.resolve("fixture.json").toString();
    String ordered = folder.resolve("ordered.json").toString();

    JsonNode survey = json("survey", "--plan", plan, "--json");
    assertThat(survey.get("tables")).hasSize(37);
    assertThat(survey.get("tables").get(0).fieldNames())
        .toIterable()
        .contains("name", "engine", "collation", "rows", "model");
    assertThat(survey.get("south").get("state").asText()).isEqualTo("complete");
    assertThat(survey.has("unknownColumns")).isTrue();
    assertThat(survey.has("foreignKeys")).isTrue();
    assertThat(json("prepare", "--plan", plan, "--sql", "--json").get("sql").asText())
        .contains("CREATE TABLE `edumanage_contact`");
    assertThat(json("prepare", "--plan", plan, "--json").get("tablesCreated")).isNotEmpty();
    assertThat(json("export", "--plan", plan, "--out", fixture, "--json").get("sha256").asText())
        .hasSize(64);
    assertThat(
            json("reorder", fixture, "--out", ordered, "--json", "edumanage.realm")
                .get("order")
                .get(0)
                .asText())
        .isEqualTo("edumanage.realm");
    JsonNode diff = json("load", "--plan", plan, ordered, "--dry-run", "--objects", "--json");
    assertThat(diff.get("models")).isNotEmpty();
    assertThat(diff.get("objects")).hasSizeGreaterThan(1_000);
    assertThat(json("load", "--plan", plan, ordered, "--json").get("added").asLong())
        .isEqualTo(1_029);
    JsonNode verify = json("verify", "--plan", plan, "--json");
    assertThat(verify.get("checks").get(0).fieldNames()).toIterable().contains("check", "state");
    json("report", "--plan", plan, "--out", folder.resolve("r.html").toString(), "--json");

    Servers.run(
        newHost, target.database(), "UPDATE edumanage_contact SET contact_name = 'x' WHERE id = 3");
    Ferry.Outcome spoilt = ferry.run("verify", "--plan", plan, "--json");
    assertThat(spoilt.status()).isEqualTo(1);
    JsonNode finding = JSON.readTree(spoilt.out()).get("findings").get(0);
    assertThat(finding.get("severity").asText()).isEqualTo("stops");
    assertThat(finding.get("model").asText()).isEqualTo("edumanage.contact");
    assertThat(finding.get("table").asText()).isEqualTo("edumanage_contact");
    assertThat(finding.get("pk").asText()).isEqualTo("3");
    assertThat(finding.get("column").asText()).isEqualTo("contact_name");
    assertThat(finding.get("target").asText()).isEqualTo("x");
    assertThat(finding.has("source")).isTrue();
  }

  @Test
  void allStationsAtOnce() throws Exception {
    Path out = folder.resolve("result");

    assertThat(green("migrate", "--plan", plan, "--out", out.toString()))
        .contains("GREEN", "Load the fixture in one transaction");
    assertThat(out.resolve("report.html")).exists();
    assertThat(out.resolve("fixture.json")).exists();

    JsonNode again = json("migrate", "--plan", plan, "--out", out.toString(), "--json");
    assertThat(again.get("stations").findValuesAsText("station"))
        .containsExactly("connect", "prepare", "export", "reorder", "load", "verify");
    assertThat(again.get("green").asBoolean()).isTrue();
  }

  @Test
  void takesAPackedFixtureWhereItTakesAPlainOne() throws Exception {
    String fixture = folder.resolve("fixture.json").toString();
    String ordered = folder.resolve("ordered.json").toString();
    green("prepare", "--plan", plan);
    green("export", "--plan", plan, "--out", fixture, "--gzip");
    Files.delete(Path.of(fixture));
    green("reorder", fixture + ".gz", "--out", ordered, "--profile", "djnro-0.8");
    Path packed = folder.resolve("ordered.json.xz");
    try (var out = new XZOutputStream(Files.newOutputStream(packed), new LZMA2Options(1))) {
      Files.copy(Path.of(ordered), out);
    }
    Files.delete(Path.of(ordered));

    assertThat(green("load", "--plan", plan, packed.toString(), "--dry-run"))
        .contains("would write 1,029 new objects, change 46, remove 0");
    assertThat(green("load", "--plan", plan, packed.toString()))
        .contains("1,029 new objects, 46 changed");
    assertThat(green("verify", "--plan", plan)).contains("done");
    try (var left = Files.walk(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".unpacked"));
    }

    Files.write(packed, new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 1, 2, 3});
    Ferry.Outcome broken = ferry.run("load", "--plan", plan, packed.toString());
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.told()).contains("the xz file is damaged or cut off");
  }

  @Test
  void stopsAtAFixtureInAnotherDialectAndTakesTheDecisionsOfThePlan() throws Exception {
    green("prepare", "--plan", plan);
    Path fixture = folder.resolve("handed.json");
    Files.writeString(fixture, Samples.text("dialects/django-5.2-by-number.json"));
    Ferry.Outcome numbers = ferry.run("load", "--plan", plan, fixture.toString(), "--json");
    assertThat(numbers.status()).isEqualTo(1);
    assertThat(JSON.readTree(numbers.out()).findValuesAsText("check")).contains("fixture-dialect");

    Files.writeString(
        fixture,
        "[{\"pk\": 1, \"model\": \"polls.poll\", \"fields\": {}},"
            + "{\"model\": \"auth.group\", \"fields\": {\"name\": \"Helpdesk\", \"colour\": 1}}]");
    Ferry.Outcome unknown = ferry.run("load", "--plan", plan, fixture.toString());
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.told()).contains("knows no model polls.poll", "no field colour");

    String decided =
        Plans.write(
                folder,
                source,
                target,
                "decisions: {unknown-model: {polls.poll: ignore}, unknown-field: {auth.group.colour: ignore}}")
            .toString();
    assertThat(green("load", "--plan", decided, fixture.toString())).contains("1 new object");
    assertThat(Contents.ask(newHost, target.database(), "SELECT name FROM auth_group"))
        .containsExactly("Helpdesk");
  }

  private String green(String... arguments) throws Exception {
    Ferry.Outcome outcome = ferry.run(arguments);
    assertThat(outcome.status()).as(outcome.told()).isZero();
    assertThat(outcome.told()).doesNotContain(source.password(), target.password());
    return outcome.out();
  }

  private JsonNode json(String... arguments) throws Exception {
    JsonNode document = JSON.readTree(green(arguments));
    assertThat(document.fieldNames()).toIterable().contains("stations", "checks", "findings");
    assertThat(document.get("stations"))
        .allSatisfy(
            station -> {
              assertThat(station.get("station").asText()).isNotEmpty();
              assertThat(station.get("state").asText()).isEqualTo("done");
            });
    return document;
  }
}
