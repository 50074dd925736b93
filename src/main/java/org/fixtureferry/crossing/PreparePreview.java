package org.fixtureferry.crossing;

import org.fixtureferry.prepare.Ownership;
import org.fixtureferry.prepare.PreparePlan;
import org.fixtureferry.prepare.Statement;
import org.fixtureferry.report.Sha256;

/**
 * What Prepare would do, for a person to read before it is done.
 *
 * @param plan with the tables that stand dropped, where the name has to be typed
 * @param script its statements as a text for the mysql client
 * @param nameToType the target's name, where what it holds would be dropped; null where nothing of
 *     it is touched
 */
public record PreparePreview(PreparePlan plan, String script, String nameToType) {

  /** Somebody else's tables stand there, or ours that are not as they should be. */
  static boolean asksForTheName(PreparePlan careful) {
    return careful.refusal() != null
        || (careful.ownership() == Ownership.OURS
            && careful.findings().stream()
                .anyMatch(each -> each.stops() && each.check().equals("target-schema")));
  }

  public int drops() {
    return plan.tables(Statement.Kind.DROP_TABLE).size();
  }

  public int creates() {
    return plan.tables(Statement.Kind.CREATE_TABLE).size();
  }

  /** Whether all stands: running it would only look. */
  public boolean onlyChecks() {
    return !plan.stops() && plan.statements().isEmpty();
  }

  /** Names what the target held when it was looked at: another answer means that it changed. */
  public String seen() {
    return Sha256.of(plan.ownership() + " " + plan.contents().listed());
  }
}
