package org.fixtureferry.crossing.worker;

import java.util.List;
import java.util.Map;
import org.fixtureferry.connect.Probe;
import org.fixtureferry.connect.ServerSettings;
import org.fixtureferry.connect.SouthHistory;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.connect.SurveyedTable;
import org.fixtureferry.mysql.Database.Side;

/** The survey of a source with one table. */
final class SmallSurvey {
  static final Survey SURVEY =
      new Survey(
          new Probe(
              Side.SOURCE,
              "eduroam_08 @ old-db:3306",
              "MySQL 5.5.9",
              true,
              "none",
              "reader@%",
              List.of("SELECT, LOCK TABLES ON `eduroam_08`.*"),
              List.of("GRANT SELECT, LOCK TABLES ON `eduroam_08`.* TO 'reader'@'%';"),
              List.of(),
              List.of(),
              true,
              new ServerSettings(
                  1_048_576, "utf8", "utf8_unicode_ci", "", "MyISAM", 0, "SYSTEM (EET)"),
              null,
              null),
          null,
          List.of(
              new SurveyedTable(
                  "auth_user", "MyISAM", "utf8_unicode_ci", 50, 4_000, 51, "auth.user")),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new SouthHistory(SouthHistory.State.COMPLETE, List.of(), List.of(), List.of(), Map.of()),
          List.of(),
          true,
          1,
          List.of(),
          List.of());

  private SmallSurvey() {}
}
