package org.fixtureferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A page of the console in a browser window of its own, found by what people read. */
final class OpenPage implements AutoCloseable {
  private static final int STATION_MILLIS = 90_000;
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private final URI home;
  private final BrowserContext context;
  private final Page page;
  private final boolean script;
  private final List<String> consoleErrors = new ArrayList<>();

  private OpenPage(URI home, BrowserContext context, boolean script) {
    this.home = home;
    this.context = context;
    this.script = script;
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // Chromium says so of every page that answers with 404 or 409, as it should.
          if (message.type().equals("error")
              && !message.text().contains("Failed to load resource")) {
            consoleErrors.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> consoleErrors.add(page.url() + ": " + error));
  }

  static OpenPage of(TestBrowser browser, URI home, int width, ColorScheme scheme, boolean script) {
    return new OpenPage(
        home,
        browser
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 800)
                    .setColorScheme(scheme)
                    .setJavaScriptEnabled(script)),
        script);
  }

  Page page() {
    return page;
  }

  void visit(String path) {
    page.navigate(home.resolve(path).toString());
  }

  void heading(String text) {
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText(text);
    page.waitForLoadState(); // before that nobody listens to keys and clicks
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator button(Pattern name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  Locator group(String name) {
    return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /**
   * Waits for what a station brings when it has ended; without JavaScript, as a reader who reloads.
   */
  void await(Locator result) {
    try {
      if (script) {
        result.waitFor(new Locator.WaitForOptions().setTimeout(STATION_MILLIS));
      } else {
        Awaitility.await()
            .atMost(Duration.ofMillis(STATION_MILLIS))
            .pollInterval(Duration.ofMillis(500))
            .until(
                () -> {
                  page.navigate(page.url());
                  return result.isVisible();
                });
      }
    } catch (PlaywrightException | ConditionTimeoutException e) {
      throw new AssertionError(
          page.url() + " says: " + page.getByRole(AriaRole.MAIN).innerText(), e);
    }
  }

  /** Saves what a link leads to. */
  Path download(Locator link, Path folder) {
    Download download = page.waitForDownload(link::click);
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    return file;
  }

  /**
   * Axe finds nothing serious, the page does not scroll sideways, and scripts and styles ran in
   * peace.
   */
  void check(String name) {
    List<String> grave =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(OpenPage::told)
                .toList();
    assertThat(grave).as(name).isEmpty();
    Object wider =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) wider).intValue()).as(name + ": no sideways scroll").isZero();
    assertThat(consoleErrors).as(name).isEmpty();
  }

  /** Keeps a picture of the whole page below target/screenshots. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", name + ".png"))
            .setFullPage(true));
  }

  /** Keeps a picture of what stands in the window. */
  void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    context.close();
  }

  static String suffix(int width, ColorScheme scheme) {
    return "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " "
        + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
  }
}
