package org.fixtureferry.mysql.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.Test;

/** The lists are what Python 2.7's json.loads takes and refuses. */
class JsonTextTest {
  private static final List<String> TAKEN =
      List.of(
          "{}",
          "[]",
          "null",
          "true",
          "-0.5e+10",
          "NaN",
          "-Infinity",
          "[NaN, Infinity]",
          "\"\"",
          " \t\r\n{ \"a\" : 1 } \n",
          "{\"a\": \"b\\\"c\", \"d\": [1, 2, {\"e\": null}]}",
          "{\"a\": 1, \"a\": 2}",
          "\"\\ud83d\"",
          "\"Αθήνα / \\/ \u007f \u2028\"",
          "\"{[\"",
          "[[[[[[1]]]]]]");

  private static final List<String> REFUSED =
      List.of(
          "",
          " ",
          "{",
          "{\"a\": 1",
          "{'a': 1}",
          "{\"a\": 1,}",
          "[1, 2,]",
          "{\"a\" 1}",
          "{a: 1}",
          "TRUE",
          "True",
          "nan",
          "INF",
          "+1",
          "01",
          "1.",
          ".5",
          "1 2",
          "{} {}",
          "\"a",
          "\"\\x41\"",
          "\"\\u12\"",
          "\"a\nb\"",
          "\"a\tb\"",
          "{}\0",
          "{}\0junk",
          "[1}",
          "undefined",
          "\uFEFF{}");

  @Test
  void takesWhatPythonTakes() {
    assertThat(TAKEN).allSatisfy(text -> assertThat(JsonText.isJson(text)).isTrue());
    assertThat(REFUSED).allSatisfy(text -> assertThat(JsonText.isJson(text)).as(text).isFalse());
  }

  /** What SQL does not doubt nobody looks at again. */
  @Test
  void sqlDoubtsWhateverPythonRefuses() throws Exception {
    for (SandboxServer server : List.of(Servers.legacy(), Servers.newHost())) {
      assertThat(REFUSED).allSatisfy(text -> assertThat(doubted(server, text)).as(text).isTrue());
      assertThat(doubted(server, "{\"access_token\": \"Αθ\\\"\", \"expires\": null}")).isFalse();
      assertThat(doubted(server, null)).isFalse();
      String large = "{\"a\": \"" + "α".repeat(300_000) + "\"}";
      assertThat(JsonText.isJson(large)).isTrue();
      assertThat(doubted(server, large.replace("}", ""))).isTrue();
    }
  }

  private static boolean doubted(SandboxServer server, String text) throws SQLException {
    String sql =
        "SELECT " + JsonText.isDoubtful("v.x") + " FROM (SELECT CONVERT(? USING utf8) AS x) v";
    try (Connection connection = Servers.connect(server, "");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, text);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
