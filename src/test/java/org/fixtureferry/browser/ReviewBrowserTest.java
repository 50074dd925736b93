package org.fixtureferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.fixtureferry.crossing.Results;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.FakeStations;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.load.LoadResult;
import org.fixtureferry.load.ModelDiff;
import org.fixtureferry.load.ObjectDiff;
import org.fixtureferry.load.ObjectDiff.FieldDiff;
import org.fixtureferry.load.ObjectDiff.Kind;
import org.fixtureferry.load.StoredDiff;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The review of an import by keyboard, and how it looks. */
@QuarkusTest
class ReviewBrowserTest {
  private static final String MODEL = "edumanage.contact";

  private static TestBrowser browser;

  @TestHTTPResource("/")
  URI home;

  @Inject Crossings crossings;
  @Inject Worker worker;
  @Inject FakeStations stations;

  private String id;

  @BeforeAll
  static void open() {
    browser = TestBrowser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  /** 120 contacts: the third, the fifth and the hundredth are not the same on both sides. */
  @BeforeEach
  void reviewed() throws Exception {
    stations.forget();
    id = crossings.create("Rehearsal", "djnro-0.8").id();
    for (Station station :
        List.of(Station.CONNECT, Station.PREPARE, Station.EXPORT, Station.REORDER)) {
      worker.start(crossings.require(id), station, Optional.empty());
      Awaitility.await().until(() -> worker.running(id).isEmpty());
    }
    worker.review(crossings.require(id));
    Awaitility.await().until(() -> worker.running(id).isEmpty());
    Path folder = crossings.folder(id);
    try (StoredDiff.Writer diff = StoredDiff.ofCrossing(folder).write()) {
      for (int pk = 1; pk <= 120; pk++) {
        diff.compared(contact(pk));
      }
      diff.commit();
    }
    ModelDiff counts = new ModelDiff(MODEL, 0, 2, 117, 1, 0, 0);
    new Results(folder)
        .storeReview(
            new LoadResult(
                "0123456789abcdef", true, false, List.of(counts), 0, 2, 0, List.of(), List.of()));
  }

  @Test
  void goesFromChangeToChangeByKeyAcrossPages() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(models(""));
      page.keyboard().press("j");
      assertThat(page.locator("#object-2")).hasAttribute("open", "");
      assertThat(page).hasURL(Pattern.compile("open=2#object-2$"));
      page.keyboard().press("j");
      assertThat(page.locator("#object-4")).hasAttribute("open", "");
      assertThat(page.locator("details.object[open]")).hasCount(1);
      page.keyboard().press("j");
      assertThat(page.locator("#object-99")).hasAttribute("open", "");
      assertThat(page.locator("#object-99 > summary")).containsText("Only in target");
      page.keyboard().press("k");
      assertThat(page.locator("#object-4")).hasAttribute("open", "");

      // In the search box j is a letter.
      page.locator("#search").focus();
      page.keyboard().press("j");
      assertThat(page.locator("#search")).hasValue("j");
      assertThat(page.locator("#object-4")).hasAttribute("open", "");

      page.locator("#object-4 .secret summary").first().click();
      assertThat(page.locator("#object-4")).containsText("secret:5e884898");
    }
  }

  @Test
  void goesFromConflictToConflict() throws Exception {
    ObjectNode settings = Json.MAPPER.createObjectNode();
    settings.putObject("conflicts").put(MODEL, "keep");
    crossings.change(id, Station.LOAD, settings);
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(models(""));
      page.locator(".tabs a", new Page.LocatorOptions().setHasText("Conflict")).click();
      assertThat(page.locator("details.object")).hasCount(2);
      page.waitForLoadState(); // before that nobody listens to keys
      page.keyboard().press("j");
      assertThat(page.locator("#object-0")).hasAttribute("open", "");
      page.keyboard().press("j");
      assertThat(page.locator("#object-1")).hasAttribute("open", "");
      assertThat(page.locator("#object-1 > summary")).containsText("Conflict");
      page.keyboard().press("k");
      assertThat(page.locator("#object-0")).hasAttribute("open", "");
      check(page, "load-model-conflicts");
    }
  }

  @Test
  void isAccessibleAtBothWidthsInLightAndDark() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {1280, 390}) {
        try (BrowserContext context = context(width, scheme)) {
          Page page = context.newPage();
          List<String> errors = new ArrayList<>();
          page.onPageError(errors::add);
          String suffix = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
          Map.of(
                  "load", home + "crossings/" + id + "/load",
                  "load-model", models("?open=4"),
                  "load-check", home + "crossings/" + id + "/load/check")
              .forEach(
                  (name, address) -> {
                    page.navigate(address);
                    check(page, name + suffix);
                  });
          assertThat(errors).isEmpty();
        }
      }
    }
  }

  private static ObjectDiff contact(int pk) {
    String text = "Contact " + pk;
    return switch (pk) {
      case 3 ->
          new ObjectDiff(
              MODEL,
              "3",
              text,
              Kind.CHANGED,
              List.of(new FieldDiff("phone", "+30 210 000", null, false)));
      case 5 ->
          new ObjectDiff(
              MODEL,
              "5",
              text,
              Kind.CHANGED,
              List.of(
                  new FieldDiff("email", "secret:5e884898", "secret:6b3a55e0", true),
                  new FieldDiff(
                      "name",
                      "A name that is long enough to be read as one text, with an old word in it",
                      "A name that is long enough to be read as one text, with a new word in it",
                      false)));
      case 100 ->
          new ObjectDiff(
              MODEL,
              "100",
              text,
              Kind.ONLY_IN_TARGET,
              List.of(new FieldDiff("phone", "", null, false)));
      default -> new ObjectDiff(MODEL, String.valueOf(pk), text, Kind.SAME, List.of());
    };
  }

  private String models(String query) {
    return home + "crossings/" + id + "/load/models/" + MODEL + query;
  }

  private BrowserContext context(int width, ColorScheme scheme) {
    return browser
        .browser()
        .newContext(
            new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
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
}
