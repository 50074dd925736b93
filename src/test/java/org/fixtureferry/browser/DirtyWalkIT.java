package org.fixtureferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.fixtureferry.process.ConsoleProcess;
import org.fixtureferry.report.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * "./ferry demo --dirty" in a browser: findings seen, decided, migrated, green; the ledger opened
 * to its rows. Pictures go to target/screenshots.
 */
class DirtyWalkIT {
  private static final int DESK = 1280;
  private static final int PHONE = 390;

  private static TestBrowser browser;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    browser = TestBrowser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void findingsAreSeenDecidedMigratedAndGreen() throws Exception {
    try (ConsoleProcess demo =
            ConsoleProcess.serve(folder.resolve("data"), "demo", "--dirty", "--institutions", "3");
        OpenPage at = OpenPage.of(browser, demo.home(), DESK, ColorScheme.LIGHT, true);
        OpenPage phone = OpenPage.of(browser, demo.home(), PHONE, ColorScheme.DARK, true)) {
      String crossing = "/crossings/" + demo.crossings().named("Demo");
      see(at, phone, crossing);
      exportUndecided(at, phone, crossing);
      decide(at, crossing);
      look(at, phone, crossing + "/connect", "dirty-connect-decided");
      assertThat(plan(at, crossing))
          .contains("zero-date", "2013-03-01", "repair", "reject", "south-state: go-on");
      walk(at, crossing);
      openTheLedger(at, phone, crossing);
    }
  }

  private static void see(OpenPage at, OpenPage phone, String crossing) {
    at.visit(crossing + "/connect");
    at.button("Survey the source").click();
    at.await(at.button("Keep the decisions and survey again"));
    for (String finding :
        List.of("orphan-foreign-key", "zero-date", "boolean-range", "duplicate-key")) {
      assertThat(places(at, finding).first()).isVisible();
    }
    assertThat(at.page().getByText("and 1 of 3 rows of edumanage_instrealmmon").first())
        .isVisible();
    look(at, phone, crossing + "/connect", "dirty-connect");
  }

  private static void exportUndecided(OpenPage at, OpenPage phone, String crossing) {
    at.visit(crossing + "/export");
    look(at, phone, crossing + "/export", "dirty-export-before");
    at.button(Pattern.compile("^Export [\\d,]+ objects$")).click();
    at.await(at.link("fixture.json"));
    look(at, phone, crossing + "/export", "dirty-export-undecided");
    at.visit(crossing + "/load");
    assertThat(at.link("Decide the findings")).isVisible();
    look(at, phone, crossing + "/load", "dirty-load-closed");
    at.link("Decide the findings").click();
    at.heading("Connect the two databases");
  }

  private static void decide(OpenPage at, String crossing) {
    at.visit(crossing + "/connect");
    choose(at, "orphan-foreign-key", "reject");
    choose(at, "stale-content-type", "leave-out");
    choose(at, "boolean-range", "treat-as-true");
    choose(at, "duplicate-key", "leave-out");
    choose(at, "does-not-fit", "widen");
    choose(at, "zero-date", "set-date 2000-01-01");
    choose(at, "south-state", "go-on");
    choose(at, "mojibake", "repair");
    at.page().locator("input[name='zero-date/auth.user.last_login/value']").fill("2013-03-01");
    at.button("Keep the decisions and survey again").click();
    at.await(at.link("Prepare the target database"));
    assertThat(at.page().locator("input[name='zero-date/auth.user.last_login/value']"))
        .hasValue("2013-03-01");
  }

  /** Takes one decision wherever a check asks. */
  private static void choose(OpenPage at, String check, String word) {
    at.page()
        .evaluate("document.querySelectorAll('details.finding').forEach(each => each.open = true)");
    List<Locator> radios =
        at.page().locator("input[type=radio][name^='" + check + "/'][value='" + word + "']").all();
    assertThat(radios).as(check).isNotEmpty();
    radios.forEach(Locator::check);
  }

  private static Locator places(OpenPage at, String check) {
    return at.page().locator("input[type=radio][name^='" + check + "/']");
  }

  private String plan(OpenPage at, String crossing) throws Exception {
    at.visit("/");
    Path file = at.download(at.page().locator("a[href='" + crossing + "/plan.yaml']"), folder);
    return Files.readString(file);
  }

  private void walk(OpenPage at, String crossing) throws Exception {
    at.visit(crossing + "/prepare");
    at.button(Pattern.compile("^Create .*\\d+ tables$")).click();
    at.await(at.link("Export the rows"));
    at.visit(crossing + "/export");
    at.page().locator("details.section").first().evaluate("each => each.open = true");
    at.button(Pattern.compile("^Export [\\d,]+ objects$")).click();
    at.await(at.link("Put them in order"));
    Path rejects =
        at.download(
            at.page()
                .getByRole(
                    AriaRole.LINK,
                    new Page.GetByRoleOptions().setName(Pattern.compile("rejected object"))),
            folder);
    assertThat(Files.readAllLines(rejects)).isNotEmpty();
    for (String line : Files.readAllLines(rejects)) {
      assertThat(Json.MAPPER.readTree(line).get("check").asText()).isEqualTo("orphan-foreign-key");
    }
    at.link("Put them in order").click();
    at.button(Pattern.compile("^Put \\d+ models in order$")).click();
    at.await(at.link("See what the import would change"));
    at.link("See what the import would change").click();
    at.button("Compare with the target").click();
    at.await(at.link("Check before you import"));
    at.link("Check before you import").click();
    at.button(Pattern.compile("^Import [\\d,]+ objects")).click();
    at.await(at.link("Go on to Verify"));
    at.link("Go on to Verify").click();
    at.button("Compare every row").click();
    at.await(
        at.page()
            .getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Green").setExact(true)));
  }

  private static void openTheLedger(OpenPage at, OpenPage phone, String crossing) {
    assertThat(at.page().getByText("It adds up, table by table.")).isVisible();
    look(at, phone, crossing + "/verify", "dirty-verify");
    at.page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName(Pattern.compile("rows that are rejected")))
        .click();
    look(at, phone, crossing + "/verify/ledger/rejected", "dirty-ledger");
    at.visit(crossing + "/verify/ledger/rejected");
    at.link("edumanage_monlocalauthnparam").click();
    assertThat(at.page().getByText("with the row that it needs")).isVisible();
    at.visit(crossing + "/verify/ledger/changed/edumanage_contact");
    assertThat(at.page().getByText("mojibake (name): repair").first()).isVisible();
    look(at, phone, crossing + "/verify/ledger/changed/edumanage_contact", "dirty-ledger-rows");
  }

  /** As it stands on a desk and on a phone. */
  private static void look(OpenPage at, OpenPage phone, String path, String name) {
    at.visit(path);
    at.check(name);
    at.picture(name + "-" + DESK);
    phone.visit(path);
    phone.check(name);
    phone.picture(name + "-" + PHONE);
  }
}
