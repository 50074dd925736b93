package org.fixtureferry.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fixtureferry.load.PreparedTarget.contact;
import static org.fixtureferry.load.PreparedTarget.object;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the target's rows stand against the fixture's objects. */
class LoadConflictTest {
  @TempDir Path folder;
  private PreparedTarget target;

  @BeforeEach
  void fill() throws SQLException {
    target = PreparedTarget.on(Servers.newHost());
    assertThat(run(keep(), contact(1, "\"one\""), group(3, "Helpdesk"), group(4, "Guests")).good())
        .isTrue();
  }

  @Test
  void namesTheRowThatHoldsAUniqueValueAlready() throws Exception {
    Map<String, String> before = target.checksums();
    List<ObjectDiff> objects = new ArrayList<>();

    LoadResult result =
        run(keep(), objects, contact(1, "\"one\""), group(4, "Guests"), group(9, "helpdesk"));

    assertThat(result.loaded()).isFalse();
    assertThat(result.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::check, Finding::model, Finding::count, Finding::samples)
        .containsExactly(
            tuple(
                "unique-in-target",
                "auth.group",
                1L,
                List.of(new Finding.Sample("9", "the target's pk=3"))));
    assertThat(objects)
        .filteredOn(each -> each.clash() != null)
        .extracting(ObjectDiff::pk, ObjectDiff::kind, ObjectDiff::clash)
        .containsExactly(
            tuple("9", ObjectDiff.Kind.NEW, new ObjectDiff.Clash("3", List.of("name"))));
    assertThat(clashes(result)).isEqualTo(new ModelDiff.Clashes(1, 1, 0, 1));
    assertThat(target.checksums()).isEqualTo(before);
  }

  @Test
  void letsARowThatGoesMakeRoom() throws Exception {
    LoadSettings remove =
        new LoadSettings(PreparedTarget.EXCLUDE, LoadSettings.OnlyInTarget.REMOVE, Map.of());

    LoadResult result =
        run(remove, contact(1, "\"one\""), group(4, "Guests"), group(9, "Helpdesk"));

    assertThat(result.loaded()).isTrue();
    assertThat(target.ask("SELECT CONCAT(id, name) FROM auth_group ORDER BY id"))
        .containsExactly("4Guests", "9Helpdesk");
  }

  @Test
  void letsTwoRowsChangeTheirUniqueValues() throws Exception {
    LoadResult result =
        run(keep(), contact(1, "\"one\""), group(3, "Guests"), group(4, "Helpdesk"));

    assertThat(result.loaded()).isTrue();
    assertThat(clashes(result)).isEqualTo(new ModelDiff.Clashes(2, 0, 0, 0));
    assertThat(target.ask("SELECT CONCAT(id, name) FROM auth_group ORDER BY id"))
        .containsExactly("3Guests", "4Helpdesk");
  }

  @Test
  void findsConflictsInTheStoredDiffUnderTheModelsPolicy() throws Exception {
    StoredDiff stored = new StoredDiff(folder.resolve("diff"));
    try (StoredDiff.Writer writer = stored.write()) {
      target
          .load(
              fixture(contact(1, "\"another\""), contact(2, "\"two\""), group(9, "Guests")),
              keep(),
              writer)
          .dryRun(ProgressListener.NO_OP, new Cancellation());
      writer.commit();
    }

    assertThat(conflicts(stored, "edumanage.contact", LoadSettings.Changed.UPDATE)).isEmpty();
    assertThat(conflicts(stored, "edumanage.contact", LoadSettings.Changed.KEEP))
        .containsExactly("1");
    assertThat(conflicts(stored, "edumanage.contact", LoadSettings.Changed.STOP))
        .containsExactly("1");
    assertThat(conflicts(stored, "auth.group", LoadSettings.Changed.UPDATE)).containsExactly("9");
  }

  @Test
  void writesNothingWhereTheNumbersAreNotThoseThatWereConfirmed() throws Exception {
    String[] objects = {contact(1, "\"another\""), group(3, "Helpdesk"), group(4, "Guests")};
    LoadResult seen =
        target
            .load(fixture(objects), keep(), DiffListener.NO_OP)
            .dryRun(ProgressListener.NO_OP, new Cancellation());
    target.run("INSERT INTO auth_group (name) VALUES ('made since')");
    Map<String, String> before = target.checksums();

    LoadResult result = run(keep().with(new Confirmed(seen.models())), objects);

    assertThat(result.loaded()).isFalse();
    assertThat(result.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::check, Finding::model)
        .containsExactly(tuple("changed-since-review", "auth.group"));
    assertThat(target.checksums()).isEqualTo(before);

    target.run("DELETE FROM auth_group WHERE name = 'made since'");
    assertThat(run(keep().with(new Confirmed(seen.models())), objects).loaded()).isTrue();
  }

  @Test
  void takesAPolicyThatWasChosenAfterTheLook() throws Exception {
    String[] objects = {
      contact(1, "\"another\""), group(3, "Guests"), group(4, "Helpdesk"), group(5, "New")
    };
    LoadResult seen =
        target
            .load(fixture(objects), keep(), DiffListener.NO_OP)
            .dryRun(ProgressListener.NO_OP, new Cancellation());
    LoadSettings chosen =
        new LoadSettings(
            PreparedTarget.EXCLUDE,
            LoadSettings.OnlyInTarget.STOP,
            Map.of("auth.group", LoadSettings.Changed.KEEP));

    LoadResult result = run(chosen.with(new Confirmed(seen.models())), objects);

    assertThat(result.findings()).noneMatch(Finding::stops);
    assertThat(result.loaded()).isTrue();
    assertThat(target.ask("SELECT CONCAT(id, name) FROM auth_group ORDER BY id"))
        .containsExactly("3Helpdesk", "4Guests", "5New");
  }

  private static List<String> conflicts(
      StoredDiff stored, String model, LoadSettings.Changed policy) {
    return stored
        .page(model, new StoredDiff.Query(Set.of(ObjectDiff.Kind.CONFLICT), policy, "", 0, 50))
        .objects()
        .stream()
        .map(ObjectDiff::pk)
        .toList();
  }

  private static ModelDiff.Clashes clashes(LoadResult result) {
    return result.models().stream()
        .filter(each -> each.model().equals("auth.group"))
        .findFirst()
        .orElseThrow()
        .clashes();
  }

  private static LoadSettings keep() {
    return new LoadSettings(PreparedTarget.EXCLUDE, LoadSettings.OnlyInTarget.KEEP, Map.of());
  }

  private LoadResult run(LoadSettings settings, String... objects) {
    return run(settings, new ArrayList<>(), objects);
  }

  private LoadResult run(LoadSettings settings, List<ObjectDiff> heard, String... objects) {
    return target
        .load(fixture(objects), settings, heard::add)
        .run(ProgressListener.NO_OP, new Cancellation());
  }

  private Path fixture(String... objects) {
    return PreparedTarget.fixture(folder, objects);
  }

  private static String group(int pk, String name) {
    return object("auth.group", pk, "\"name\": \"" + name + "\", \"permissions\": []");
  }
}
