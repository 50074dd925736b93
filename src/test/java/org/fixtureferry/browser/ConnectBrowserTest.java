package org.fixtureferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connect and Prepare in a real browser, on real servers. */
@QuarkusTest
class ConnectBrowserTest {
  /** A survey or a preparation, on a busy machine. */
  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  private static TestBrowser browser;

  @TestHTTPResource("/")
  URI home;

  @Inject Crossings crossings;
  @Inject FakeStations stations;

  private final List<String> consoleErrors = new ArrayList<>();

  @BeforeAll
  static void open() {
    browser = TestBrowser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void real() {
    stations.beReal();
  }

  @AfterEach
  void forget() {
    stations.forget();
  }

  @Test
  void fromTwoConnectionsToAPreparedTarget() throws SQLException {
    SandboxServer old = Servers.legacy();
    String source = Samples.smallLegacy(old);
    SavedCrossing crossing = crossings.create("Rehearsal", "djnro-0.8");
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = page(context);
      page.navigate(home + "crossings/" + crossing.id() + "/connect");
      check(page, "connect-1280-light");
      fill(page, "source", old, source);
      assertThat(page.locator("#side-source .tunnel code"))
          .hasText("ssh -N -L 3307:127.0.0.1:" + old.port() + " you@" + old.host());
      page.locator("[id='field-source.password']").fill("wrong");
      page.locator("#test-source").click();
      assertThat(page.locator("[id='wrong-source.password']")).containsText("wrong password");

      page.locator("[id='field-source.password']").fill(old.password());
      page.locator("#test-source").click();
      assertThat(page.locator("#side-source .answered")).containsText("MySQL 5.5.9");
      fill(page, "target", Servers.newHost(), "browser_" + crossing.id());
      page.locator("#test-target").click();
      assertThat(page.locator("#side-target .probe")).containsText("not there yet");
      check(page, "connect-tested-1280-light");

      page.locator("button.button[name=survey]").click();
      assertThat(page.locator(".result")).isVisible(PATIENTLY);
      page.locator(".survey-tables input").fill("flatpage");
      assertThat(page.locator(".survey-tables tbody tr:visible")).hasCount(2);
      check(page, "connect-surveyed-1280-light");

      page.locator(".result a.primary").click();
      assertThat(page.locator("#look form button")).hasText("Create the database and 37 tables");
      check(page, "prepare-1280-light");
      page.locator("#look form button").click();
      assertThat(page.locator(".result")).isVisible(PATIENTLY);
      check(page, "prepare-done-1280-light");
    }
    for (String station : List.of("connect", "prepare", "prepare/look")) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        try (BrowserContext context = context(390, scheme)) {
          Page page = page(context);
          page.navigate(home + "crossings/" + crossing.id() + "/" + station);
          String name =
              station.replace('/', '-')
                  + "-390-"
                  + scheme.name().toLowerCase(java.util.Locale.ROOT);
          check(page, name);
        }
      }
    }
    assertThat(consoleErrors).isEmpty();
  }

  private static void fill(Page page, String side, SandboxServer server, String database) {
    page.locator("[id='field-" + side + ".host']").fill(server.host());
    page.locator("[id='field-" + side + ".port']").fill("" + server.port());
    page.locator("[id='field-" + side + ".database']").fill(database);
    page.locator("[id='field-" + side + ".user']").fill(server.user());
    page.locator("[id='field-" + side + ".password']").fill(server.password());
  }

  private static void check(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screens", name + ".png"))
            .setFullPage(true));
    assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).as(name + ": no horizontal scroll").isZero();
  }

  private BrowserContext context(int width, ColorScheme scheme) {
    return browser
        .browser()
        .newContext(
            new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
  }

  private Page page(BrowserContext context) {
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            consoleErrors.add(message.text());
          }
        });
    page.onPageError(consoleErrors::add);
    return page;
  }
}
