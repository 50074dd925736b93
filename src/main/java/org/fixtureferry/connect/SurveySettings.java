package org.fixtureferry.connect;

import java.util.List;
import org.fixtureferry.mysql.LockMode;

/**
 * What an operator may choose about the survey.
 *
 * @param lock that Export will take
 * @param exclude apps and models that Export will leave out
 */
public record SurveySettings(LockMode lock, List<String> exclude) {
  public SurveySettings(LockMode lock) {
    this(lock, List.of());
  }

  public SurveySettings {
    exclude = List.copyOf(exclude);
    lock = lock == null ? LockMode.TABLES : lock;
  }
}
