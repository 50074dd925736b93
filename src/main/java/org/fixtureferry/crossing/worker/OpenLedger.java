package org.fixtureferry.crossing.worker;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.fixtureferry.crossing.Crossing;
import org.fixtureferry.crossing.PlanStationRunner;
import org.fixtureferry.crossing.StationRunner;
import org.fixtureferry.crossing.StationRunner.Assignment;
import org.fixtureferry.crossing.store.PasswordStore;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.verify.LedgerClass;
import org.fixtureferry.verify.LedgerRows;
import org.fixtureferry.verify.ListLedgerRows;

/** Asks a crossing's source for the rows behind a number of the ledger. */
@Singleton
public class OpenLedger {
  private final Crossings crossings;
  private final PasswordStore passwords;

  OpenLedger(Crossings crossings, PasswordStore passwords) {
    this.crossings = crossings;
    this.passwords = passwords;
  }

  /**
   * @throws org.fixtureferry.report.StationFailure where the source cannot be asked
   */
  public LedgerRows page(String id, LedgerClass kind, String table, int page) throws IOException {
    SavedCrossing saved = crossings.require(id);
    Crossing crossing =
        PlanStationRunner.crossing(
            new Assignment(
                saved.plan(),
                side -> passwords.get(id, side),
                crossings.folder(id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                StationRunner.Task.RUN));
    return new ListLedgerRows(crossing.profile(), crossing.source(), crossing.decisions())
        .page(kind, table, page);
  }
}
