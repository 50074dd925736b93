package org.fixtureferry.cli;

import org.fixtureferry.prepare.PrepareResult;

/** The application's own accounts on the old host, offered as statements for the new one. */
final class Accounts {
  private Accounts() {}

  static void offer(PlanCommand.Screen screen, PrepareResult result) {
    if (!result.accounts().isEmpty()) {
      screen.say(
          "   The application's accounts on the old host, as statements for the new one (choose a password; nothing of it was run):");
      result
          .accounts()
          .forEach(
              account ->
                  account.statements().forEach(statement -> screen.say("     " + statement)));
    }
    if (result.accountsNote() != null) {
      screen.say("   " + result.accountsNote());
    }
  }
}
