package org.fixtureferry.cli;

import java.io.PrintWriter;
import org.fixtureferry.crossing.PlanFault;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.Trace;

/** What the shell is told. */
final class ExitStatus {
  static final int GREEN = 0;
  static final int NOT_GREEN = 1;
  static final int WRONG_CALL = 2;

  private ExitStatus() {}

  /** Tells a person what went wrong; a stack trace only where it is our own fault. */
  static int of(Exception e, PrintWriter err) {
    if (e instanceof PlanFault) {
      err.println("ferry: " + e.getMessage());
      return WRONG_CALL;
    }
    if (e instanceof StationFailure) {
      err.println("ferry: " + e.getMessage());
      return NOT_GREEN;
    }
    if (e instanceof Cancellation.Cancelled) {
      err.println(
          "ferry: Cancelled. The source is free, and the target stays as it was before this station.");
      return NOT_GREEN;
    }
    err.println("ferry: this should not have happened. Report it with these lines:");
    Trace.of(e).printStackTrace(err);
    return NOT_GREEN;
  }
}
