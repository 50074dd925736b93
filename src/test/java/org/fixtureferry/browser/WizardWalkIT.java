package org.fixtureferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.process.ConsoleProcess;
import org.fixtureferry.report.Json;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From "New crossing" to the report, as an operator goes: MySQL 5.5 to MariaDB 11, the built
 * console, a real browser. Everything is found by its role and its words.
 */
class WizardWalkIT {
  /** As Django's own dumpdata counts the sample. */
  private static final int OBJECTS = 1_075;

  private static TestBrowser browser;

  @TempDir Path folder;
  private Endpoint source;
  private Endpoint target;

  @BeforeAll
  static void open() {
    browser = TestBrowser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void fill() throws Exception {
    SandboxServer oldHost = Servers.legacy();
    SandboxServer newHost = Servers.newHost();
    source = Samples.endpoint(oldHost, Samples.smallLegacy(oldHost));
    target = Samples.endpoint(newHost, Servers.freshDatabase(newHost, "new"));
  }

  @Test
  void walksTheWholeWizard() throws Exception {
    try (ConsoleProcess console = ConsoleProcess.serve(folder.resolve("data"));
        OpenPage at = OpenPage.of(browser, console.home(), 1280, ColorScheme.LIGHT, true)) {
      begin(at);
      connect(at, "Source", source);
      connect(at, "Target", target);
      survey(at);
      prepare(at);
      export(at);
      reorderByKeyboard(at);
      reorderByDrag(at);
      putInOrder(at);
      lookIntoTheDiff(at);
      importAll(at);
      verify(at);
      at.check("verify");
    }
  }

  @Test
  void walksItWithoutJavaScript() throws Exception {
    try (ConsoleProcess console = ConsoleProcess.serve(folder.resolve("data"));
        OpenPage at = OpenPage.of(browser, console.home(), 390, ColorScheme.DARK, false)) {
      begin(at);
      connect(at, "Source", source);
      connect(at, "Target", target);
      survey(at);
      at.link("Show what would be done").click();
      prepare(at);
      export(at);
      reorderWithoutScript(at);
      putInOrder(at);
      compare(at);
      importAll(at);
      verify(at);
    }
  }

  private static void begin(OpenPage at) {
    at.visit("/");
    at.link("New crossing").click();
    at.page().getByLabel("Name", exactly()).fill("The evening");
    at.button("Create the crossing").click();
    at.heading("Connect the two databases");
  }

  private static void connect(OpenPage at, String side, Endpoint endpoint) {
    Locator form = at.group(side);
    form.getByLabel("Host", exactlyIn()).fill(endpoint.host());
    form.getByLabel("Port", exactlyIn()).fill(String.valueOf(endpoint.port()));
    form.getByLabel("Database", exactlyIn()).fill(endpoint.database());
    form.getByLabel("User", exactlyIn()).fill(endpoint.user());
    form.getByLabel("Password", exactlyIn()).fill(endpoint.password());
    at.button("Test connection (" + side + ")").click();
    assertThat(at.group(side).getByText(Pattern.compile(" answers as "))).isVisible();
  }

  private static void survey(OpenPage at) {
    at.button("Survey the source").click();
    at.await(at.link("Prepare the target database"));
    at.link("Prepare the target database").click();
    at.heading("Prepare the target database");
  }

  private static void prepare(OpenPage at) {
    at.button(Pattern.compile("^Create \\d+ tables$")).click();
    at.await(at.link("Export the rows"));
    at.link("Export the rows").click();
    at.heading("Export the rows to a fixture");
  }

  private void export(OpenPage at) throws Exception {
    at.button(Pattern.compile("^Export [\\d,]+ objects$")).click();
    at.await(at.link("Put them in order"));
    Path file = at.download(at.link("fixture.json"), folder);
    JsonNode fixture = Json.MAPPER.readTree(file.toFile());
    assertThat(fixture).hasSize(OBJECTS);
    at.link("Put them in order").click();
    at.heading("Put the fixture in order");
  }

  private static void reorderByKeyboard(OpenPage at) {
    List<String> before = order(at);
    String second = before.get(1);
    at.button("Move " + second + " up").focus();
    at.page().keyboard().press("Enter");
    assertThat(places(at).first()).hasAttribute("data-model", second);
    assertThat(at.page().getByRole(AriaRole.STATUS).filter(spoken(second))).isAttached();
  }

  private static void reorderByDrag(OpenPage at) {
    List<String> before = order(at);
    String first = before.get(0);
    Locator handles = at.page().getByTitle("Drag to another place");
    BoundingBox wanted = handles.nth(3).boundingBox();
    handles.first().hover();
    at.page().mouse().down();
    at.page()
        .mouse()
        .move(
            wanted.x + wanted.width / 2,
            wanted.y + wanted.height * 0.8,
            new Mouse.MoveOptions().setSteps(12));
    // The list makes room while something is held over it.
    assertThat(places(at).nth(3)).hasAttribute("data-model", first);
    at.page().mouse().up();
    assertThat(at.page().getByRole(AriaRole.STATUS).filter(spoken(first))).isAttached();
  }

  private static void reorderWithoutScript(OpenPage at) {
    String second = order(at).get(1);
    at.button("Move " + second + " up").click();
    assertThat(places(at).first()).hasAttribute("data-model", second);
  }

  private static void putInOrder(OpenPage at) {
    at.button(Pattern.compile("^Put \\d+ models in order$")).click();
    at.await(at.link("See what the import would change"));
    at.link("See what the import would change").click();
    at.heading("Import the fixture");
  }

  private static void compare(OpenPage at) {
    at.button("Compare with the target").click();
    at.await(at.link("Check before you import"));
  }

  private static void lookIntoTheDiff(OpenPage at) {
    compare(at);
    at.link("edumanage.institution").click();
    at.heading("edumanage.institution");
    at.page().keyboard().press("j");
    Locator fields = at.page().getByRole(AriaRole.TABLE).filter(containing("Field", "Old", "New"));
    assertThat(fields.first()).isVisible();
    assertThat(fields.first()).containsText("realmid");
    at.link("Import").first().click();
  }

  private static void importAll(OpenPage at) {
    at.link("Check before you import").click();
    at.heading("Check before you import");
    at.button(Pattern.compile("^Import [\\d,]+ objects")).click();
    at.await(at.link("Go on to Verify"));
    at.link("Go on to Verify").click();
    at.heading("Verify that every row arrived");
  }

  private void verify(OpenPage at) throws Exception {
    at.button("Compare every row").click();
    at.await(
        at.page()
            .getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Green").setExact(true)));
    Path report =
        at.download(
            at.page()
                .getByRole(
                    AriaRole.LINK,
                    new Page.GetByRoleOptions().setName(Pattern.compile("^Download as HTML"))),
            folder);
    assertThat(Files.readString(report)).contains("<html", source.database(), target.database());
  }

  private static Locator places(OpenPage at) {
    return at.page()
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHas(at.page().getByRole(AriaRole.BUTTON, down())));
  }

  private static Page.GetByRoleOptions down() {
    return new Page.GetByRoleOptions().setName(Pattern.compile("^Move .* down$"));
  }

  private static List<String> order(OpenPage at) {
    assertThat(places(at).first()).isVisible();
    return places(at).all().stream().map(row -> row.getAttribute("data-model")).toList();
  }

  private static Locator.FilterOptions spoken(String model) {
    return new Locator.FilterOptions().setHasText(model + " is now at place ");
  }

  private static Locator.FilterOptions containing(String... words) {
    return new Locator.FilterOptions()
        .setHasText(Pattern.compile(String.join(".*", words), Pattern.DOTALL));
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.GetByLabelOptions exactlyIn() {
    return new Locator.GetByLabelOptions().setExact(true);
  }
}
