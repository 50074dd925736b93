package org.fixtureferry.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Severity;
import org.junit.jupiter.api.Test;

class DecideFindingsTest {
  private static final Finding SOUTH =
      Finding.of("south-state", Severity.STOPS, "South is behind.")
          .decide(List.of("stop", "go-on"), null);
  private static final Finding DATES =
      Finding.of("zero-date", Severity.STOPS, "Dates of zeros.")
          .at("auth.user", "auth_user")
          .inColumn("last_login", "last_login")
          .decide(List.of("stop", "set-date 2000-01-01"), null);

  @Test
  void writesAWordWithoutAPlaceWhereThereIsNone() {
    assertThat(decide(null, Map.of("south-state/default", "go-on")))
        .isEqualTo("{\"south-state\":\"go-on\"}");
  }

  @Test
  void leavesOutWhatHoldsAnyway() {
    assertThat(decide(null, Map.of("south-state/default", "stop"))).isEqualTo("{}");
  }

  @Test
  void namesTheFieldAndCarriesTheDate() {
    assertThat(
            decide(
                "{\"zero-date\":\"stop\",\"mojibake\":\"repair\"}",
                Map.of(
                    "zero-date/auth.user.last_login",
                    "set-date 2000-01-01",
                    "zero-date/auth.user.last_login/value",
                    "2013-03-01")))
        .isEqualTo(
            "{\"zero-date\":{\"default\":\"stop\",\"auth.user.last_login\":\"set-date 2013-03-01\"},\"mojibake\":\"repair\"}");
  }

  @Test
  void refusesAWordThatIsNotOfferedAndADateThatIsNone() {
    assertThatThrownBy(() -> decide(null, Map.of("south-state/default", "drop")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("south-state/default: one of stop, go-on");
    assertThatThrownBy(
            () ->
                decide(
                    null,
                    Map.of(
                        "zero-date/auth.user.last_login",
                        "set-date 2000-01-01",
                        "zero-date/auth.user.last_login/value",
                        "1.3.2013")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no date");
  }

  private static String decide(String standing, Map<String, String> words) {
    try {
      return DecideFindings.decide(
              standing == null ? null : Json.MAPPER.readTree(standing),
              List.of(SOUTH, DATES),
              words)
          .toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
