package org.fixtureferry.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtureferry.report.StationState.CLOSED;
import static org.fixtureferry.report.StationState.DONE;
import static org.fixtureferry.report.StationState.FAILED;
import static org.fixtureferry.report.StationState.INTERRUPTED;
import static org.fixtureferry.report.StationState.READY;
import static org.fixtureferry.report.StationState.RUNNING;
import static org.fixtureferry.report.StationState.STALE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.report.Sha256;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationState;
import org.junit.jupiter.api.Test;

class StationOrderTest {
  private final ObjectNode plan = JsonNodeFactory.instance.objectNode().put("profile", "p");
  private final Map<Station, Past> past = new EnumMap<>(Station.class);

  @Test
  void opensOnlyTheFirstStationsOfANewCrossing() {
    assertThat(state(Station.HOST)).isEqualTo(READY);
    assertThat(state(Station.CONNECT)).isEqualTo(READY);
    for (Station later :
        List.of(Station.PREPARE, Station.EXPORT, Station.LOAD, Station.VERIFY, Station.CUTOVER)) {
      assertThat(state(later)).isEqualTo(CLOSED);
    }
    assertThat(status(Station.LOAD).waitsFor())
        .containsExactly(Station.PREPARE, Station.EXPORT, Station.REORDER);
    assertThat(status(Station.LOAD).startable()).isFalse();
  }

  @Test
  void opensTheNextStationsWhenOneIsDone() {
    done(Station.CONNECT, "survey");

    assertThat(state(Station.CONNECT)).isEqualTo(DONE);
    assertThat(state(Station.PREPARE)).isEqualTo(READY);
    assertThat(state(Station.EXPORT)).isEqualTo(READY);
    assertThat(state(Station.REORDER)).isEqualTo(CLOSED);
  }

  @Test
  void makesEverythingAboveAChangedResultStale() {
    allDoneUpTo(Station.VERIFY);
    done(Station.EXPORT, "another fixture");

    assertThat(state(Station.EXPORT)).isEqualTo(DONE);
    assertThat(state(Station.PREPARE)).isEqualTo(DONE);
    assertThat(state(Station.REORDER)).isEqualTo(STALE);
    assertThat(status(Station.REORDER).changed()).containsExactly("export");
    assertThat(status(Station.REORDER).startable()).isTrue();
    assertThat(state(Station.LOAD)).isEqualTo(STALE);
    assertThat(status(Station.LOAD).startable()).isFalse();
    assertThat(state(Station.VERIFY)).isEqualTo(STALE);
    assertThat(state(Station.UPGRADE)).isEqualTo(CLOSED);
  }

  @Test
  void keepsLaterResultsWhenTheSameCameOutAgain() {
    allDoneUpTo(Station.VERIFY);
    done(Station.EXPORT, "result of export");

    assertThat(state(Station.VERIFY)).isEqualTo(DONE);
  }

  @Test
  void makesAResultStaleWhenItsSettingsChanged() {
    allDoneUpTo(Station.LOAD);
    plan.put("lock", "none");

    assertThat(state(Station.EXPORT)).isEqualTo(STALE);
    assertThat(status(Station.EXPORT).changed()).containsExactly("settings.lock");
    assertThat(state(Station.PREPARE)).isEqualTo(DONE);
  }

  @Test
  void verifyingAgainAfterTheUpgradeKeepsTheUpgrade() {
    allDoneUpTo(Station.VERIFY);
    done(Station.UPGRADE, "upgraded");

    assertThat(state(Station.VERIFY)).isEqualTo(STALE);
    assertThat(status(Station.VERIFY).changed()).containsExactly("upgrade");
    assertThat(state(Station.UPGRADE)).isEqualTo(DONE);

    done(Station.VERIFY, "green again");
    assertThat(state(Station.VERIFY)).isEqualTo(DONE);
    assertThat(state(Station.UPGRADE)).isEqualTo(DONE);
  }

  @Test
  void aResultThatIsNotGoodOpensNothing() {
    allDoneUpTo(Station.LOAD);
    result(Station.VERIFY, "differences", false, AttemptState.DONE);

    assertThat(state(Station.VERIFY)).isEqualTo(FAILED);
    assertThat(state(Station.CUTOVER)).isEqualTo(CLOSED);
  }

  @Test
  void undecidedFindingsHoldBackTheLoadAndNotTheFixture() {
    result(Station.CONNECT, "survey", false, AttemptState.DONE);

    assertThat(state(Station.PREPARE)).isEqualTo(CLOSED);
    assertThat(status(Station.EXPORT).startable()).isTrue();

    result(Station.EXPORT, "fixture with its dirt", false, AttemptState.DONE);
    assertThat(status(Station.EXPORT).undecided()).isTrue();
    done(Station.REORDER, "ordered");
    assertThat(state(Station.REORDER)).isEqualTo(DONE);
    assertThat(state(Station.LOAD)).isEqualTo(CLOSED);
    assertThat(status(Station.LOAD).waitsFor()).containsExactly(Station.PREPARE, Station.EXPORT);

    done(Station.CONNECT, "survey, decided");
    assertThat(state(Station.EXPORT)).isEqualTo(STALE);
    assertThat(state(Station.REORDER)).isEqualTo(STALE);
    assertThat(status(Station.REORDER).changed()).containsExactly("export.stale");
  }

  @Test
  void anAttemptThatFailedLeavesTheFileOfTheOneBefore() {
    allDoneUpTo(Station.REORDER);
    result(Station.EXPORT, "result of export", true, AttemptState.FAILED);

    assertThat(state(Station.EXPORT)).isEqualTo(DONE);
    assertThat(state(Station.REORDER)).isEqualTo(DONE);

    result(Station.CONNECT, "result of connect", true, AttemptState.FAILED);
    assertThat(state(Station.CONNECT)).isEqualTo(FAILED);
  }

  @Test
  void showsHowTheLastAttemptEnded() {
    past.put(Station.CONNECT, new Past(AttemptState.RUNNING, Optional.empty()));
    assertThat(state(Station.CONNECT)).isEqualTo(RUNNING);
    assertThat(status(Station.CONNECT).startable()).isFalse();

    past.put(Station.CONNECT, new Past(AttemptState.INTERRUPTED, Optional.empty()));
    assertThat(state(Station.CONNECT)).isEqualTo(INTERRUPTED);
    assertThat(status(Station.CONNECT).startable()).isTrue();

    past.put(Station.CONNECT, new Past(AttemptState.CANCELLED, Optional.empty()));
    assertThat(state(Station.CONNECT)).isEqualTo(READY);
  }

  @Test
  void aCancelledAttemptLeavesTheEarlierResult() {
    result(Station.CONNECT, "survey", true, AttemptState.CANCELLED);

    assertThat(state(Station.CONNECT)).isEqualTo(DONE);
  }

  private void allDoneUpTo(Station last) {
    for (Station station : Station.values()) {
      if (station.compareTo(last) <= 0) {
        done(station, "result of " + station.slug());
      }
    }
  }

  private void done(Station station, String result) {
    result(station, result, true, AttemptState.DONE);
  }

  private void result(Station station, String result, boolean good, AttemptState lastAttempt) {
    StationRecord record =
        new StationRecord("", good, Sha256.of(result), madeFrom(station), Instant.EPOCH);
    past.put(station, new Past(lastAttempt, Optional.of(record)));
  }

  private Ingredients madeFrom(Station station) {
    Map<Station, String> results = new EnumMap<>(Station.class);
    past.forEach((each, behind) -> behind.result().ifPresent(r -> results.put(each, r.sha256())));
    return Ingredients.of(station, plan, results);
  }

  private StationStatus status(Station station) {
    return StationOrder.statuses(past, plan).get(station);
  }

  private StationState state(Station station) {
    return status(station).state();
  }
}
