package org.fixtureferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.Station;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The frame in a real browser: live, without JavaScript, on a phone, in the dark. */
@QuarkusTest
class FrameBrowserTest {
  private static TestBrowser browser;

  @TestHTTPResource("/")
  URI home;

  @Inject Crossings crossings;
  @Inject Worker worker;
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
  void forget() {
    stations.forget();
  }

  @Test
  void everyPageIsAccessibleAtBothWidthsInLightAndDark() throws Exception {
    SavedCrossing crossing = halfWay();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {1280, 390}) {
        try (BrowserContext context = context(width, scheme, true)) {
          Page page = page(context);
          for (String path :
              List.of(
                  "",
                  "crossings/new",
                  "crossings/" + crossing.id(),
                  "crossings/" + crossing.id() + "/connect",
                  "crossings/" + crossing.id() + "/load",
                  "crossings/" + crossing.id() + "/delete",
                  "nowhere")) {
            page.navigate(home + path);
            assertThat(page.locator("h1"))
                .not()
                .hasText(path.equals("nowhere") ? "" : "Nothing here");
            String name =
                path.isEmpty()
                    ? "home"
                    : path.replace("crossings/" + crossing.id(), "crossing").replace('/', '-');
            check(
                page, name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
          }
        }
      }
    }
    assertThat(consoleErrors).isEmpty();
  }

  @Test
  void aRunningStationIsLiveInEveryBrowserAndCanBeCancelled() {
    SavedCrossing crossing = halfWay();
    CountDownLatch shown = new CountDownLatch(1);
    stations.next(
        (listener, cancellation) -> {
          for (int i = 0; ; i++) {
            listener.progressed(
                new Progress(
                    Station.EXPORT,
                    "Reading rows",
                    i < 15 ? "auth.user" : "edumanage.contact",
                    i * 31,
                    i < 15 ? 465 : 4_200,
                    i * 3_100L,
                    310_000));
            cancellation.check();
            shown.await(100, TimeUnit.MILLISECONDS);
          }
        });
    try (BrowserContext one = context(1280, ColorScheme.LIGHT, true);
        BrowserContext other = context(390, ColorScheme.DARK, true);
        BrowserContext third = context(390, ColorScheme.DARK, false)) {
      Page page = page(one);
      Page second = page(other);
      Page stale = page(third); // without JavaScript: it goes on showing what was
      stale.navigate(home + "crossings/" + crossing.id() + "/export");
      page.navigate(home + "crossings/" + crossing.id() + "/export");
      second.navigate(home + "crossings/" + crossing.id() + "/export");
      page.locator("button.primary").click();

      assertThat(page.locator("#running")).isVisible();
      // The other browser did nothing, and still sees it begin.
      assertThat(second.locator("#running")).isVisible();
      assertThat(second.locator("#running .models .now code")).hasText("edumanage.contact");
      assertThat(page.locator("#stations .is-running")).containsText("Export");
      await().until(() -> page.title().matches("[0-9]+.*"));
      await()
          .atMost(20, TimeUnit.SECONDS)
          .until(() -> page.locator(".chart polyline").count() == 1);
      page.waitForTimeout(6_000);
      check(page, "running-1280-light");
      check(second, "running-390-dark");

      // A second start, from a page that is out of date.
      stale.locator("button.primary").click();
      assertThat(stale.locator(".notice"))
          .containsText("Station export of this crossing is running");
      check(stale, "refused-390-dark", false); // it refreshes itself

      page.locator("#running .button.danger").click();
      assertThat(page.locator(".notice")).containsText("Cancelled at");
      assertThat(page.locator("#stations [aria-current]")).containsText("Ready");
    }
    // The refused start was answered with 409, which the browser writes to its console.
    assertThat(consoleErrors).allMatch(error -> error.contains("409"));
  }

  @Test
  void worksWithoutJavaScript() {
    SavedCrossing crossing = halfWay();
    stations.next(FakeStations::untilCancelled);
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, false)) {
      Page page = page(context);
      page.navigate(home + "crossings/" + crossing.id() + "/export");
      page.locator("button.primary").click();
      assertThat(page.locator("#running")).isVisible();
      assertThat(page.locator("noscript meta[http-equiv=refresh], meta[http-equiv=refresh]"))
          .hasCount(1);
      check(page, "running-without-script-1280-light", false);
      page.locator("#running .button.danger").click();
      await()
          .until(
              () -> {
                page.reload();
                return page.content().contains("Cancelled at");
              });
    }
  }

  @Test
  void theChosenThemeIsRememberedWithoutScript() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, false)) {
      Page page = page(context);
      page.navigate(home + "crossings/new");
      page.locator("button[value=dark]").click();
      assertThat(page).hasURL(Pattern.compile(".*/crossings/new"));
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      page.navigate(home.toString());
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
  }

  @Test
  void aWrongFormSaysSoBesideItsField() {
    try (BrowserContext context = context(390, ColorScheme.LIGHT, true)) {
      Page page = page(context);
      page.navigate(home + "crossings/new");
      page.locator("button.primary").click();
      assertThat(page.locator(".error-summary")).containsText("A name of at most 100 characters");
      assertThat(page.locator(".error-summary")).isFocused();
      assertThat(page.locator("#field-name")).hasAttribute("aria-invalid", "true");
      check(page, "new-crossing-wrong-390-light");
      page.locator("#field-name").fill("The evening");
      page.locator("button.primary").click();
      assertThat(page.locator("h1")).hasText("Connect the two databases");
    }
  }

  private SavedCrossing halfWay() {
    SavedCrossing crossing = crossings.create("Rehearsal", "djnro-0.8");
    ObjectNode settings = Json.MAPPER.createObjectNode();
    settings
        .putObject("source")
        .put("host", "old-db")
        .put("port", 3306)
        .put("database", "eduroam_08")
        .put("user", "reader");
    settings
        .putObject("target")
        .put("host", "new-db")
        .put("port", 3306)
        .put("database", "eduroam_10")
        .put("user", "ferry");
    crossings.change(crossing.id(), Station.CONNECT, settings);
    stations.gives("37 tables, 1,098 rows, 4 findings");
    run(crossing, Station.CONNECT);
    stations.gives("1,075 objects, 412 kB");
    return crossings.require(crossing.id());
  }

  private void run(SavedCrossing crossing, Station station) {
    worker.start(crossings.require(crossing.id()), station, Optional.empty());
    await().until(() -> worker.running(crossing.id()).isEmpty());
  }

  private BrowserContext context(int width, ColorScheme scheme, boolean script) {
    return browser
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(script));
  }

  private Page page(BrowserContext context) {
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("404")) {
            consoleErrors.add(message.text());
          }
        });
    page.onPageError(consoleErrors::add);
    return page;
  }

  private static void check(Page page, String name) {
    check(page, name, true);
  }

  private static void check(Page page, String name, boolean axe) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screens", name + ".png"))
            .setFullPage(true));
    if (axe) {
      assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
      Object overflow =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertThat(((Number) overflow).intValue()).as(name + ": no horizontal scroll").isZero();
    }
  }
}
