package org.fixtureferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.Tls;
import org.fixtureferry.servers.Accounts;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails on the way: status 1, a sentence that says what to do, and a target as it was. */
class FailuresTest {
  private final SandboxServer oldHost = Servers.legacy();
  private final SandboxServer newHost = Servers.newHost();

  @TempDir Path folder;
  private Endpoint source;
  private Endpoint target;

  @BeforeEach
  void databases() throws Exception {
    source = Samples.endpoint(oldHost, Samples.smallLegacy(oldHost));
    target = Samples.endpoint(newHost, Servers.freshDatabase(newHost, "new"));
  }

  @Test
  void aWrongPassword() throws Exception {
    source = with(source, source.port(), source.database(), "wrong password of mine");
    fails("Connecting to the source", "wrong password", source.user());
  }

  @Test
  void anEmptyPasswordIsAPasswordLikeAnyOther() throws Exception {
    String user = "open" + source.database().substring(4);
    Servers.run(
        oldHost,
        "",
        "GRANT SELECT, LOCK TABLES ON `%s`.* TO %s@127.0.0.1".formatted(source.database(), user));
    source = new Endpoint(source.host(), source.port(), source.database(), user, "", Tls.PREFERRED);

    Ferry.Outcome survey = run("survey");
    assertThat(survey.status()).as(survey.told()).isZero();
  }

  @Test
  void aClosedPort() throws Exception {
    source = with(source, closedPort(), source.database(), source.password());
    fails("Connecting to the source", "nothing listens there");
  }

  @Test
  void aClosedPortOfTheTarget() throws Exception {
    target = with(target, closedPort(), target.database(), target.password());
    fails("Connecting to the target", "nothing listens there");
  }

  @Test
  void aSourceThatIsNotThere() throws Exception {
    source = with(source, source.port(), "eduroam_0_8", source.password());
    fails("no database eduroam_0_8", "Check the name");
  }

  @Test
  void anErrorStandsInTheDocumentToo() throws Exception {
    source = with(source, source.port(), "eduroam_0_8", source.password());

    Ferry.Outcome outcome = run("migrate", "--json");

    JsonNode document = new ObjectMapper().readTree(outcome.out());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(document.get("green").asBoolean()).isFalse();
    assertThat(document.get("stations")).hasSize(1);
    assertThat(document.get("stations").get(0).get("state").asText()).isEqualTo("failed");
    assertThat(document.get("error").asText()).contains("no database eduroam_0_8");
  }

  @Test
  void aTargetThatHoldsSomethingElseIsOnlyTouchedByName() throws Exception {
    Servers.run(newHost, target.database(), "CREATE TABLE guestbook (id int PRIMARY KEY, t text)");
    Servers.run(newHost, target.database(), "INSERT INTO guestbook VALUES (1, 'hello')");

    fails("guestbook", "--overwrite " + target.database());
    assertFailed(
        run("migrate", "--overwrite", "another"),
        "--overwrite names another",
        "Nothing was touched");
    Ferry.Outcome named = run("migrate", "--overwrite", target.database());
    assertThat(named.status()).as(named.told()).isZero();
    assertThat(Contents.rows(newHost, target.database()))
        .isEqualTo(Contents.rows(oldHost, source.database()));
  }

  @Test
  void aLockThatTheAccountMayNotTake() throws Exception {
    source = Accounts.with(oldHost, source.database(), "SELECT");
    assertFailed(
        run("export", "--out", folder.resolve("f.json").toString()),
        "LOCK TABLES",
        "GRANT",
        "lock: none");
    assertThat(folder.resolve("f.json")).doesNotExist();
  }

  @Test
  void aBrokenFixtureWithLineAndColumn() throws Exception {
    assertThat(run("prepare").status()).isZero();
    Path fixture =
        Files.writeString(
            folder.resolve("broken.json"),
            "[\n{\"pk\": 1, \"model\": \"auth.group\", \"fields\": {\"name\": }}\n]");
    Map<String, String> before = Contents.checksums(newHost, target.database());

    assertFailed(run("load", fixture.toString()), "broken.json, line 2, column ");
    assertThat(Contents.checksums(newHost, target.database())).isEqualTo(before);
  }

  @Test
  void aLoadIntoWhatWasNotPrepared() throws Exception {
    Path fixture = Files.writeString(folder.resolve("f.json"), "[]");
    assertFailed(run("load", fixture.toString()), "was not prepared", "Prepare it first");
  }

  @Test
  void aReportOfNothing() throws Exception {
    assertFailed(
        run("report", "--out", folder.resolve("r.html").toString()), "there are no results");
  }

  @Test
  void aFolderThatCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertFailed(run("migrate", "--out", file.resolve("below").toString()), "file/below");
    assertFailed(run("export", "--out", file.resolve("f.json").toString()), "f.json");
  }

  /** Runs the whole migration, which must fail and leave the target as it is. */
  private void fails(String... says) throws Exception {
    Map<String, String> before = Contents.checksums(newHost, databaseOfTarget());
    assertFailed(run("migrate"), says);
    assertThat(Contents.checksums(newHost, databaseOfTarget())).isEqualTo(before);
  }

  private String databaseOfTarget() {
    return target.database();
  }

  private void assertFailed(Ferry.Outcome outcome, String... says) {
    assertThat(outcome.told()).contains(says).doesNotContain("\tat ", "should not have happened");
    assertThat(outcome.status()).isEqualTo(1);
  }

  private Ferry.Outcome run(String command, String... more) throws Exception {
    String plan = Plans.write(folder, source, target).toString();
    String[] arguments = new String[3 + more.length];
    arguments[0] = command;
    arguments[1] = "--plan";
    arguments[2] = plan;
    System.arraycopy(more, 0, arguments, 3, more.length);
    Ferry.Outcome outcome =
        new Ferry(folder, new HashMap<>(Plans.passwords(source, target))).run(arguments);
    for (Endpoint each : new Endpoint[] {source, target}) {
      if (!each.password().isEmpty()) {
        assertThat(outcome.told()).doesNotContain(each.password());
      }
    }
    return outcome;
  }

  private static Endpoint with(Endpoint one, int port, String database, String password) {
    return new Endpoint(one.host(), port, database, one.user(), password, one.tls());
  }

  private static int closedPort() throws IOException, SQLException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
