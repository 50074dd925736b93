package org.fixtureferry.connect;

import org.fixtureferry.mysql.LockMode;

/** What an operator may choose about the survey: the lock that Export will take. */
public record SurveySettings(LockMode lock) {
  public SurveySettings {
    lock = lock == null ? LockMode.TABLES : lock;
  }
}
