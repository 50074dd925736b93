package org.fixtureferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;
import org.junit.jupiter.api.Test;

class UndecidedTest {
  @Test
  void offersWhatEveryPlaceOfACheckTakes() {
    assertThat(
            Undecided.lines(
                List.of(
                    orphan("edumanage.realm", "country", "stop", "leave-out", "reject"),
                    orphan("admin.logentry", "user", "stop", "leave-out", "set-null", "reject"))))
        .containsExactly("orphan-foreign-key: leave-out   # or reject");
  }

  @Test
  void namesThePlacesWhereTheyHaveNothingInCommon() {
    assertThat(
            Undecided.lines(
                List.of(
                    orphan("edumanage.realm", "country", "stop", "reject"),
                    orphan("admin.logentry", "user", "stop", "set-null"))))
        .containsExactly(
            "orphan-foreign-key: {edumanage.realm.country: reject, admin.logentry.user: set-null}");
  }

  @Test
  void isSilentAboutWhatStopsNothingOrCannotBeDecided() {
    Finding decided =
        orphan("edumanage.realm", "country", "stop", "reject")
            .decide(List.of("stop", "reject"), "reject");
    Finding differs =
        Finding.of("row-differs", Severity.STOPS, "differs").decide(List.of("accepted"), null);
    Finding full = orphan("edumanage.realm", "country", "stop");

    assertThat(Undecided.lines(List.of(decided, differs, full))).isEmpty();
  }

  private static Finding orphan(String model, String field, String... decisions) {
    return Finding.of("orphan-foreign-key", Severity.STOPS, "text")
        .at(model, "table")
        .inColumn(field + "_id", field)
        .decide(List.of(decisions), null);
  }
}
