package org.fixtureferry.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtureferry.load.PreparedTarget.contact;
import static org.fixtureferry.load.PreparedTarget.object;
import static org.fixtureferry.load.PreparedTarget.realm;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load would change, and what becomes of what stands already. */
class LoadDiffTest {
  private static final String SERVER =
      object(
          "edumanage.instserver",
          4,
          """
          "instid": 5, "ertype": 3, "name": null, "addr_type": "any", "host": "h", "rad_pkt_type": null,
          "auth_port": 1812, "acct_port": null, "status_server": true, "secret": "tellnobody", "proto": "",
          "ts": "2014-10-10 22:59:59\"""");

  @TempDir Path folder;
  private PreparedTarget target;

  @BeforeEach
  void prepareAndLoadOnce() throws SQLException {
    target = PreparedTarget.on(Servers.newHost());
    target.run(
        fixture(
            realm(7).replace("\"contact\": []", "\"contact\": [1, 2]"),
            PreparedTarget.institution(5, 7),
            SERVER,
            contact(1, "\"one\""),
            contact(2, "\"two\""),
            contact(3, "\"three\"")));
  }

  @Test
  void showsByModelObjectAndFieldWhatWouldChangeAndChangesNothing() throws Exception {
    Map<String, String> before = target.checksums();
    List<ObjectDiff> objects = new ArrayList<>();

    LoadResult result =
        target
            .load(
                fixture(
                    realm(7).replace("\"contact\": []", "\"contact\": [2, 4]"),
                    PreparedTarget.institution(5, 7),
                    SERVER
                        .replace("tellnobody", "tellnobodyelse")
                        .replace("rad_pkt_type\": null", "rad_pkt_type\": \"\""),
                    contact(1, "\"one\""),
                    contact(2, "\"zwei\""),
                    contact(4, "\"four\"")),
                PreparedTarget.SETTINGS,
                objects::add)
            .dryRun(ProgressListener.NO_OP, new Cancellation());

    assertThat(target.checksums()).isEqualTo(before);
    assertThat(result.loaded()).isFalse();
    assertThat(result.dryRun()).isTrue();
    assertThat(result.models())
        .containsExactlyInAnyOrder(
            new ModelDiff("edumanage.contact", 1, 1, 1, 1, 0, 0),
            new ModelDiff("edumanage.institution", 0, 0, 1, 0, 0, 0),
            new ModelDiff("edumanage.instserver", 0, 1, 0, 0, 0, 0),
            new ModelDiff("edumanage.realm", 0, 1, 0, 0, 0, 0));
    assertThat(result.summary()).isEqualTo("would write 1 new object, change 3, remove 0");

    assertThat(objects)
        .filteredOn(each -> each.kind() == ObjectDiff.Kind.CHANGED)
        .flatExtracting(ObjectDiff::fields)
        .extracting(
            ObjectDiff.FieldDiff::field, ObjectDiff.FieldDiff::before, ObjectDiff.FieldDiff::after)
        .contains(
            org.assertj.core.api.Assertions.tuple("contact", "1, 2", "2, 4"),
            org.assertj.core.api.Assertions.tuple("name", "two", "zwei"),
            org.assertj.core.api.Assertions.tuple("rad_pkt_type", null, ""));
    assertThat(objects.toString()).doesNotContain("tellnobody");
    assertThat(objects)
        .extracting(ObjectDiff::kind, ObjectDiff::pk)
        .contains(
            org.assertj.core.api.Assertions.tuple(ObjectDiff.Kind.NEW, "4"),
            org.assertj.core.api.Assertions.tuple(ObjectDiff.Kind.ONLY_IN_TARGET, "3"));
  }

  @Test
  void whatHasNoTextIsCalledWhatOthersCallIt() throws Exception {
    List<ObjectDiff> objects = new ArrayList<>();
    target
        .load(
            fixture(
                object(
                    "edumanage.name_i18n",
                    1,
                    "\"name\": \"ΕΜΠ\", \"lang\": \"el\", \"object_id\": 5,"
                        + " \"content_type\": [\"edumanage\", \"institution\"]"),
                realm(7),
                PreparedTarget.institution(5, 7),
                PreparedTarget.institution(6, 7)),
            PreparedTarget.SETTINGS,
            objects::add)
        .dryRun(ProgressListener.NO_OP, new Cancellation());

    assertThat(objects)
        .filteredOn(each -> each.model().equals("edumanage.institution"))
        .extracting(ObjectDiff::text)
        .containsExactly("ΕΜΠ", "realmid 7");
  }

  @Test
  void theSameFixtureAgainChangesNothing() throws Exception {
    Map<String, String> before = target.checksums();

    LoadResult result =
        target.run(
            fixture(
                realm(7).replace("\"contact\": []", "\"contact\": [2, 1]"),
                PreparedTarget.institution(5, 7),
                SERVER,
                contact(1, "\"one\""),
                contact(2, "\"two\""),
                contact(3, "\"three\"")));

    assertThat(result.good()).isTrue();
    assertThat(result.summary()).isEqualTo("the target already held everything");
    assertThat(target.checksums()).isEqualTo(before);
  }

  @Test
  void manyToManyListsReplace() throws Exception {
    load(LoadSettings.OnlyInTarget.KEEP, Map.of(), realm(7).replace("[]", "[3]"));

    assertThat(target.ask("SELECT contact_id FROM edumanage_realm_contact")).containsExactly("3");
  }

  @Test
  void valuesOfTheTargetMayBeKeptByModel() throws Exception {
    load(
        LoadSettings.OnlyInTarget.KEEP,
        Map.of("edumanage.contact", LoadSettings.Changed.KEEP),
        realm(7).replace("[]", "[3]"),
        contact(1, "\"another\""),
        contact(4, "\"four\""));

    assertThat(target.ask("SELECT contact_name FROM edumanage_contact ORDER BY id"))
        .containsExactly("one", "two", "three", "four");
    assertThat(target.ask("SELECT contact_id FROM edumanage_realm_contact")).containsExactly("3");
  }

  @Test
  void changedValuesMayStop() throws Exception {
    Map<String, String> before = target.checksums();

    LoadResult result =
        load(
            LoadSettings.OnlyInTarget.KEEP,
            Map.of("default", LoadSettings.Changed.STOP),
            contact(1, "\"another\""));

    assertThat(result.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::check, Finding::model)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("changed-in-target", "edumanage.contact"));
    assertThat(target.checksums()).isEqualTo(before);
  }

  @Test
  void removingARowThatAnotherNeedsStops() throws Exception {
    Map<String, String> before = target.checksums();

    LoadResult result =
        load(LoadSettings.OnlyInTarget.REMOVE, Map.of(), PreparedTarget.institution(5, 7), SERVER);

    assertThat(result.loaded()).isFalse();
    assertThat(result.findings())
        .filteredOn(Finding::stops)
        .extracting(Finding::text)
        .singleElement()
        .asString()
        .contains("edumanage.institution.realmid");
    assertThat(target.checksums()).isEqualTo(before);
  }

  @Test
  void rowsThatPrepareMadeGiveWay() throws Exception {
    assertThat(target.ask("SELECT COUNT(*) FROM django_site")).containsExactly("0");
    assertThat(target.ask("SELECT COUNT(*) FROM south_migrationhistory")).containsExactly("0");
    assertThat(target.ask("SELECT COUNT(*) > 80 FROM auth_permission")).containsExactly("1");
  }

  private LoadResult load(
      LoadSettings.OnlyInTarget onlyInTarget,
      Map<String, LoadSettings.Changed> changed,
      String... objects) {
    return target
        .load(
            fixture(objects),
            new LoadSettings(PreparedTarget.EXCLUDE, onlyInTarget, changed),
            DiffListener.NO_OP)
        .run(ProgressListener.NO_OP, new Cancellation());
  }

  private Path fixture(String... objects) {
    return PreparedTarget.fixture(folder, objects);
  }
}
