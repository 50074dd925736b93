package org.fixtureferry.connect;

import static org.fixtureferry.report.Finding.of;
import static org.fixtureferry.report.Severity.LOOK;
import static org.fixtureferry.report.Severity.STOPS;

import java.util.List;
import java.util.Locale;
import org.fixtureferry.mysql.LockMode;

/** Judges versions, rights and the lock by what the probes told. */
final class CheckAccounts {
  private CheckAccounts() {}

  static void source(Probe source, Findings findings) {
    findings.check("server");
    version(source, "server", findings);
    if (!source.writes().isEmpty()) {
      findings.add(
          of(
              "server",
              LOOK,
              "The account "
                  + source.account()
                  + " may write to the source ("
                  + String.join(", ", source.writes())
                  + "). The crossing only reads; an account of its own would be safer: "
                  + source.grantsInOneLine()));
    }
  }

  static void target(Probe target, Findings findings) {
    version(target, "target", findings);
    if (!target.settings().innoDb()) {
      findings.add(
          of(
              "target",
              STOPS,
              "The target's server "
                  + target.version()
                  + " has no InnoDB, or it is switched off: there would be no foreign keys and no"
                  + " way back. Have it switched on, or take another server."));
    }
    if (!target.lacking().isEmpty()) {
      findings.add(
          of(
              "target",
              STOPS,
              "The account "
                  + target.account()
                  + " lacks "
                  + String.join(", ", target.lacking())
                  + " on the target. Have this run there: "
                  + target.grantsInOneLine()));
    }
  }

  static void contents(Probe target, boolean ours, Findings findings) {
    if (target.contents().empty() || ours) {
      return;
    }
    findings.add(
        of(
                "target",
                LOOK,
                "The target "
                    + target.place()
                    + " is not empty"
                    + (target.madeFor() == null ? "" : " (made for " + target.madeFor() + ")")
                    + ": "
                    + target.contents().listed()
                    + ". Prepare touches none of it unless its name is given (--overwrite).")
            .counting(target.contents().tables().size(), List.of()));
  }

  /** Gives whether the lock may be taken. */
  static boolean lock(Probe source, LockMode lock, Findings findings) {
    findings.check("lock");
    String right =
        switch (lock) {
          case TABLES -> "LOCK TABLES";
          case SERVER -> "RELOAD";
          case NONE -> "";
        };
    if (!source.lacks(right)) {
      return true;
    }
    findings.add(
        of(
            "lock",
            STOPS,
            "The account "
                + source.account()
                + " may not take the lock (lock: "
                + lock.slug()
                + " needs the right "
                + right
                + "). Have this run on the source: "
                + source.grantsInOneLine()
                + " Or stop the site and say lock: none."));
    return false;
  }

  private static void version(Probe probe, String check, Findings findings) {
    if (!probe.tried()) {
      findings.add(
          of(
              check,
              LOOK,
              "Nobody has tried a crossing with "
                  + probe.version()
                  + " as "
                  + probe.side().name().toLowerCase(Locale.ROOT)
                  + " yet. Rehearse it first."));
    }
  }
}
