package org.fixtureferry.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixtureferry.connect.sandbox.EmbeddedMariaDb;
import org.fixtureferry.connect.sandbox.SampleDatabase;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.process.ConsoleProcess;
import org.fixtureferry.process.Crossings;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page, as it stands in a rehearsal that is done and in the evening after it: accessible in
 * light and dark, on a desk and on a phone. Pictures go to target/screenshots; {@code
 * -Dferry.screenshots=docs} renews those of the README.
 */
class EveryPageIT {
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
  void isAccessibleInEveryState() throws Exception {
    try (EmbeddedMariaDb server = EmbeddedMariaDb.start(Path.of("target", "servers"));
        ConsoleProcess console = ConsoleProcess.serve(folder.resolve("data"))) {
      SampleDatabase.create(server, Samples.DJNRO, "eduroam_08", 25);
      Endpoint source = Samples.endpoint(server, "eduroam_08");
      Endpoint target = Samples.endpoint(server, "eduroam_10");
      Crossings crossings = console.crossings();

      look(console, Map.of("home-empty", "/"));
      String rehearsal = crossings.create("Rehearsal", source, target);
      String first = "/crossings/" + rehearsal;
      look(
          console,
          Map.of("connect-before", first + "/connect", "prepare-closed", first + "/prepare"));
      crossings.runAll(rehearsal, "connect");
      look(
          console,
          Map.of("prepare-before", first + "/prepare/look", "export-before", first + "/export"));
      crossings.runAll(rehearsal, "prepare", "export");
      look(console, Map.of("reorder-before", first + "/reorder"));
      crossings.runAll(rehearsal, "reorder");
      look(console, Map.of("load-before", first + "/load"));
      crossings.runAll(rehearsal, "load");
      look(console, Map.of("load-done", first + "/load", "verify-before", first + "/verify"));
      crossings.runAll(rehearsal, "verify");

      SampleDatabase.later(server, Samples.DJNRO, "eduroam_08");
      String evening = crossings.create("The evening", source, target);
      crossings.runAll(evening, "connect", "prepare", "export", "reorder");
      crossings.review(evening);
      crossings.change(evening, "load", "{\"conflicts\": {\"only-in-target\": \"remove\"}}");
      Map<String, String> pages = pages(first, "/crossings/" + evening);
      look(console, pages);
      if ("docs".equals(System.getProperty("ferry.screenshots"))) {
        keepForTheReadme(console, pages);
      }

      change(server, "UPDATE edumanage_contact SET contact_name = 'Somebody else' WHERE id = 3");
      change(server, "DELETE FROM edumanage_monproxybackclient ORDER BY id LIMIT 1");
      crossings.run(rehearsal, "verify");
      look(
          console,
          Map.of(
              "verify-not-green", first + "/verify",
              "verify-table", first + "/verify/tables/edumanage_contact"));
    }
  }

  @Test
  void letsPeopleInAccessibly() throws Exception {
    try (ConsoleProcess console =
        ConsoleProcess.start(
            folder.resolve("data"), Map.of("FERRY_PORT", "0", "FERRY_ACCESS_SIGN_IN", "ALWAYS"))) {
      console.awaitAddress();
      Matcher link = Pattern.compile("(/first/\\S+)").matcher(console.err());
      org.assertj.core.api.Assertions.assertThat(link.find()).as(console.told()).isTrue();
      Map<String, String> pages = new LinkedHashMap<>();
      pages.put("sign-in", "/");
      pages.put("first-account", link.group(1));
      pages.put("first-gone", "/first/another");
      look(console, pages);
    }
  }

  private static Map<String, String> pages(String rehearsal, String evening) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/");
    pages.put("new-crossing", "/crossings/new");
    pages.put("delete-crossing", rehearsal + "/delete");
    pages.put("nowhere", "/nowhere");
    pages.put("connect", evening + "/connect");
    pages.put("prepare", evening + "/prepare");
    pages.put("prepare-look", evening + "/prepare/look");
    pages.put("export", evening + "/export");
    pages.put("export-objects", evening + "/export/objects/edumanage.instserver");
    pages.put("reorder", evening + "/reorder");
    pages.put("load", evening + "/load");
    pages.put("load-objects", evening + "/load/models/edumanage.instserver?kind=changed");
    pages.put("load-long-text", evening + "/load/models/flatpages.flatpage?kind=changed");
    pages.put("load-only-in-target", evening + "/load/models/sessions.session?kind=only-in-target");
    pages.put("load-check", evening + "/load/check");
    pages.put("verify-closed", evening + "/verify");
    pages.put("verify", rehearsal + "/verify");
    return pages;
  }

  private static void look(ConsoleProcess console, Map<String, String> pages) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {DESK, PHONE}) {
        try (OpenPage at = OpenPage.of(browser, console.home(), width, scheme, true)) {
          pages.forEach(
              (name, path) -> {
                at.visit(path);
                unfold(at);
                at.picture(name + OpenPage.suffix(width, scheme));
                at.check(name + OpenPage.suffix(width, scheme));
              });
        }
      }
    }
  }

  /** The first object of a diff is looked at opened. */
  private static void unfold(OpenPage at) {
    Locator next =
        at.page()
            .getByRole(
                AriaRole.LINK,
                new com.microsoft.playwright.Page.GetByRoleOptions()
                    .setName(Pattern.compile("^Next change")));
    if (next.count() > 0) {
      at.page().keyboard().press("j");
    }
  }

  private static void keepForTheReadme(ConsoleProcess console, Map<String, String> pages)
      throws Exception {
    Path pictures = Files.createDirectories(Path.of("docs", "screenshots"));
    try (OpenPage at = OpenPage.of(browser, console.home(), DESK, ColorScheme.LIGHT, true)) {
      for (String name :
          List.of("connect", "export", "reorder", "load", "load-objects", "verify")) {
        at.visit(pages.get(name));
        unfold(at);
        at.picture(pictures.resolve(name + ".png"));
      }
    }
    try (OpenPage at = OpenPage.of(browser, console.home(), DESK, ColorScheme.DARK, true)) {
      at.visit(pages.get("load"));
      at.picture(pictures.resolve("load-dark.png"));
    }
    try (OpenPage at = OpenPage.of(browser, console.home(), PHONE, ColorScheme.LIGHT, true)) {
      at.visit(pages.get("load"));
      at.picture(pictures.resolve("load-phone.png"));
    }
  }

  private static void change(EmbeddedMariaDb server, String sql) throws Exception {
    try (Connection connection = Servers.connect(server, "eduroam_10");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
