package org.fixtureferry.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.report.Finding;
import org.junit.jupiter.api.Test;

class CheckAccountsTest {
  @Test
  void aTargetWithoutInnoDbStops() {
    Findings findings = new Findings();

    CheckAccounts.target(target(false), findings);

    assertThat(findings.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.check()).isEqualTo("target");
              assertThat(finding.stops()).isTrue();
              assertThat(finding.text()).contains("InnoDB");
            });
  }

  @Test
  void aTargetWithInnoDbDoesNot() {
    Findings findings = new Findings();

    CheckAccounts.target(target(true), findings);

    assertThat(findings.findings()).extracting(Finding::text).isEmpty();
  }

  private static Probe target(boolean innoDb) {
    ServerSettings settings =
        new ServerSettings(
            1_048_576, "utf8", "", "", Map.of(), "", "", "MyISAM", innoDb, 0, "SYSTEM");
    return new Probe(
        Side.TARGET,
        "new @ host:3306",
        "MariaDB 11.4.5",
        true,
        "none",
        "ferry@%",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        settings,
        null,
        null);
  }
}
