package org.fixtureferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong before anything begins: status 2, one line that says where. */
class WrongCallsTest {
  /** PATH is set everywhere; nothing here ever gets as far as using it for a password. */
  private static final String PLAN =
      """
      profile: djnro-0.8
      source: {host: 127.0.0.1, port: 3355, database: eduroam_08, user: reader, passwordEnv: PATH}
      target: {host: 127.0.0.1, port: 3311, database: eduroam_10, user: ferry, passwordEnv: PATH}
      """;

  @TempDir Path folder;

  @Test
  void anUnknownOption() {
    assertWrong(run("verify", "--plan", "x", "--fast"), "--fast");
  }

  @Test
  void anUnknownCommand() {
    assertWrong(run("teleport"), "teleport");
  }

  @Test
  void aCommandWithoutItsPlan() {
    assertWrong(run("survey"), "--plan");
  }

  @Test
  void aPlanThatIsNotThere() {
    assertWrong(run("survey", "--plan", folder.resolve("none.yaml").toString()), "none.yaml");
  }

  @Test
  void anUnknownKeyWithItsLine() throws Exception {
    assertWrong(plan(PLAN + "lokc: tables\n"), "\"lokc\"", "line 4");
  }

  @Test
  void anUnknownKeyWithItsLineWhereItsValueIsLong() throws Exception {
    assertWrong(
        plan(PLAN + "decision:\n  orphans:\n    default: stop\n"), "\"decision\"", "line 4");
  }

  @Test
  void anUnknownKeyOfTheSource() throws Exception {
    assertWrong(
        plan(PLAN.replace("user: reader", "username: reader")), "\"source.username\"", "line 2");
  }

  @Test
  void aPasswordInThePlan() throws Exception {
    assertWrong(
        plan(PLAN.replace("passwordEnv: PATH}\nt", "password: hunter2}\nt")),
        "\"source.password\"");
  }

  @Test
  void aKeyThatStandsTwice() throws Exception {
    assertWrong(plan(PLAN + "lock: none\nlock: tables\n"), "line 5");
  }

  @Test
  void whatIsNoYaml() throws Exception {
    assertWrong(plan("profile: djnro-0.8\nlock: \"tables\n"), "plan.yaml, line 2", "not YAML");
  }

  @Test
  void anEmptyPlan() throws Exception {
    assertWrong(plan(""), "plan.yaml");
  }

  @Test
  void aPlanWithoutATarget() throws Exception {
    assertWrong(plan(PLAN.replaceAll("target: .*\n", "")), "target");
  }

  @Test
  void anUnknownProfile() throws Exception {
    assertWrong(plan(PLAN.replace("djnro-0.8", "djnro-0.7")), "djnro-0.7", "djnro-0.8");
  }

  @Test
  void aPasswordVariableThatIsNotSet() throws Exception {
    assertWrong(
        plan(PLAN.replaceFirst("PATH", "FERRY_TEST_UNSET")),
        "source.passwordEnv",
        "FERRY_TEST_UNSET is not set");
  }

  @Test
  void aSourceThatIsTheTarget() throws Exception {
    assertWrong(
        plan(PLAN.replace("port: 3311, database: eduroam_10", "port: 3355, database: eduroam_08")),
        "the source itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lock: table",
        "conflicts: {default: overwrite}",
        "conflicts: {only-in-target: delete}",
        "conflicts: {edumanage.institutions: keep}",
        "export: {indent: 99}",
        "export: {exclude: [contenttype]}",
        "reorder: [edumanage.name]",
        "decisions: {orphans: leave-out}",
        "decisions: {orphan-foreign-key: {default: skip}}",
        "accepted: [{pk: 1}]"
      })
  void aWordThatIsNotOffered(String line) throws Exception {
    String key = line.substring(0, line.indexOf(':'));
    assertWrong(plan(PLAN + line + "\n"), key.equals("export") ? "" : key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"port: 0", "port: 65536", "port: x", "host: 'jdbc:mysql://evil'", "tls: maybe"})
  void anEndpointThatCannotBe(String setting) throws Exception {
    String key = setting.substring(0, setting.indexOf(':'));
    assertWrong(
        plan(
            PLAN.replaceFirst(
                key + ": [^,}]*|(?=user: reader)", setting + (key.equals("tls") ? ", " : ""))),
        "source." + key);
  }

  @Test
  void aModelThatIsListedTwice() throws Exception {
    Path fixture = Files.writeString(folder.resolve("f.json"), "[]");
    assertWrong(
        run("reorder", fixture.toString(), "--out", "o.json", "auth.user", "Auth.User"),
        "listed twice");
  }

  @Test
  void aReorderThatIsGivenNeitherModelsNorProfile() throws Exception {
    Path fixture = Files.writeString(folder.resolve("f.json"), "[]");
    assertWrong(run("reorder", fixture.toString(), "--out", "o.json"), "profile");
  }

  @Test
  void aFixtureThatIsNotThere() {
    assertWrong(run("reorder", "none.json", "--out", "o.json", "auth.user"), "none.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"upgrade", "runbook", "bench"})
  void commandsThatAreNotThereYet(String command) {
    assertWrong(run(command, "--plan", "x.yaml"), command + ": not there yet");
  }

  private record Said(int status, String out, String err) {}

  private static void assertWrong(Said said, String... words) {
    assertThat(said.err).contains(words).doesNotContain("\tat ", "hunter2");
    assertThat(said.out).isEmpty();
    assertThat(said.status).isEqualTo(2);
  }

  private Said plan(String text) throws Exception {
    Path plan = Files.writeString(folder.resolve("plan.yaml"), text);
    return run("survey", "--plan", plan.toString());
  }

  private static Said run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream toOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(toOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(toErr, true, StandardCharsets.UTF_8));
      int status = Cli.run(() -> 0, arguments);
      return new Said(
          status, toOut.toString(StandardCharsets.UTF_8), toErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
