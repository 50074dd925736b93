package org.fixtureferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.servers.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Export and Reorder in a real browser: a fixture handed in, models moved by key and by drag. */
@QuarkusTest
class FixtureBrowserTest {
  private static TestBrowser browser;

  @TestHTTPResource("/")
  URI home;

  @Inject Crossings crossings;
  @Inject Worker worker;
  @Inject FakeStations stations;

  private final List<String> consoleErrors = new ArrayList<>();
  private SavedCrossing crossing;

  @BeforeAll
  static void open() {
    browser = TestBrowser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void connected() {
    stations.forget();
    crossing = crossings.create("Rehearsal", "djnro-0.8");
    ObjectNode settings = Json.MAPPER.createObjectNode();
    endpoint(settings.putObject("source")).put("database", "old");
    endpoint(settings.putObject("target")).put("database", "new");
    crossings.change(crossing.id(), Station.CONNECT, settings);
    worker.start(crossings.require(crossing.id()), Station.CONNECT, Optional.empty());
    ended();
    stations.beReal();
  }

  @AfterEach
  void letOthersPlay() {
    stations.forget();
  }

  @Test
  void aFixtureIsHandedInPutInOrderByKeyAndByDragAndDownloaded() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = page(context);
      page.navigate(at("export"));
      page.locator("summary", new Page.LocatorOptions().setHasText("Hand in a fixture")).click();
      handIn(page, "dump.sql", "CREATE TABLE x;");
      assertThat(page.locator("#wrong-fixture")).containsText("Choose a JSON fixture");
      check(page, "export-upload-wrong-1280-light");
      handIn(page, "golden.json", Samples.text("golden-dumpdata.json"));
      assertThat(page.locator(".result .lead")).containsText("1,075 objects");
      check(page, "export-done-1280-light");

      page.locator("[hx-get$='objects/auth.user']").click();
      assertThat(page.locator("dialog[open]")).containsText("secret:");
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog[open]")).hasCount(0);
      Path download =
          page.waitForDownload(() -> page.locator("a[download][href$='fixture.json']").click())
              .path();
      assertThat(download).hasContent(Samples.text("golden-dumpdata.json"));

      page.navigate(at("reorder"));
      String third = model(page, 2);
      page.locator("[id='up-" + third + "']").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#spoken")).containsText(third + " is now at place 2");
      assertThat(page.locator("[id='up-" + third + "']")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#spoken")).containsText(third + " is now at place 1");
      assertThat(page.locator("[id='up-" + third + "']")).isFocused();

      page.locator("#choose-computed").click();
      assertThat(page.locator("#choose-computed[aria-pressed=true]")).hasCount(1);
      drag(page, "edumanage.contact", "edumanage.institution");
      assertThat(page.locator("#spoken")).containsText("edumanage.contact is now at place");
      assertThat(page.locator(".reason code").first()).containsText("→ edumanage.contact");
      assertThat(page.locator(".arcs path").first()).isAttached();

      page.locator("a.node[data-model='edumanage.contact']").click();
      assertThat(page.locator(".graph-said")).containsText("Needed by: edumanage.realm");
      check(page, "reorder-moved-1280-light");
      page.locator("button.primary").click();
      assertThat(page.locator(".result .lead")).containsText("objects in order");
      check(page, "reorder-done-1280-light");
    }
    // A refused upload is answered with 400, which the browser writes to its console.
    assertThat(consoleErrors).allMatch(error -> error.contains("400"));
  }

  @Test
  void bothPagesAreAccessibleOnAPhoneAndInTheDark() {
    try (BrowserContext context = context(390, ColorScheme.DARK)) {
      Page page = page(context);
      page.navigate(at("export"));
      check(page, "export-390-dark");
      page.locator("summary", new Page.LocatorOptions().setHasText("Hand in a fixture")).click();
      handIn(page, "golden.json", Samples.text("golden-dumpdata.json"));
      assertThat(page.locator(".result .lead")).containsText("1,075 objects");
      check(page, "export-done-390-dark");
      page.navigate(at("reorder"));
      page.locator("#choose-procedure").click();
      assertThat(page.locator("#choose-procedure[aria-pressed=true]")).hasCount(1);
      check(page, "reorder-390-dark");
    }
    assertThat(consoleErrors).isEmpty();
  }

  private static void handIn(Page page, String name, String content) {
    page.locator("#field-fixture")
        .setInputFiles(
            new FilePayload(
                name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
    page.locator("[data-upload] .actions button").click();
  }

  /** A mouse moves in steps; the list makes room as it comes by. */
  private static void drag(Page page, String model, String to) {
    BoundingBox from = handle(page, model).boundingBox();
    BoundingBox goal = handle(page, to).boundingBox();
    double x = from.x + from.width / 2;
    double start = from.y + from.height / 2;
    double end = goal.y + goal.height;
    page.mouse().move(x, start);
    page.mouse().down();
    for (int step = 1; step <= 30; step++) {
      page.mouse().move(x, start + (end - start) * step / 30);
      page.waitForTimeout(20);
    }
    page.mouse().up();
  }

  private static Locator handle(Page page, String model) {
    return page.locator("li[data-model='" + model + "'] .handle");
  }

  private static String model(Page page, int index) {
    return page.locator("[data-order] li").nth(index).getAttribute("data-model");
  }

  private static ObjectNode endpoint(ObjectNode node) {
    return node.put("host", "db").put("port", 3306).put("user", "u").put("password", "p");
  }

  private void ended() {
    await().atMost(Duration.ofMinutes(1)).until(() -> worker.running(crossing.id()).isEmpty());
  }

  private String at(String station) {
    return home + "crossings/" + crossing.id() + "/" + station;
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

  private static void check(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screens", name.toLowerCase(Locale.ROOT) + ".png"))
            .setFullPage(true));
    assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).as(name + ": no horizontal scroll").isZero();
  }
}
