package org.fixtureferry.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Wording;

/**
 * Progress for a person at a terminal: one line that is written over; where nobody watches, a line
 * every ten seconds.
 */
final class TerminalProgress implements ProgressListener {
  private static final long TERMINAL_MILLIS = 200;
  private static final long FILE_MILLIS = 10_000;
  private static final int WIDTH = 78;

  private final PrintStream out;
  private final boolean terminal;
  private String phase;
  private long phaseBegan;
  private long shown;
  private boolean lineOpen;

  TerminalProgress(PrintStream out) {
    this.out = out;
    this.terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  @Override
  public synchronized void progressed(Progress progress) {
    long now = System.currentTimeMillis();
    if (!Objects.equals(phase, progress.phase())) {
      phase = progress.phase();
      phaseBegan = now;
      shown = terminal ? 0 : now; // a short phase is not worth a line in a file
    }
    if (now - shown >= (terminal ? TERMINAL_MILLIS : FILE_MILLIS)) {
      shown = now;
      print(line(progress, Duration.ofMillis(now - phaseBegan)));
    }
  }

  /** Wipes the line, so that something else can be printed. */
  synchronized void clear() {
    if (lineOpen) {
      out.print("\r" + " ".repeat(WIDTH) + "\r");
      out.flush();
      lineOpen = false;
    }
    phase = null;
  }

  private void print(String line) {
    if (terminal) {
      String fitted = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
      out.print("\r" + fitted + " ".repeat(WIDTH - fitted.length()));
      out.flush();
      lineOpen = true;
    } else {
      out.println(line);
    }
  }

  private static String line(Progress progress, Duration elapsed) {
    StringBuilder line = new StringBuilder("   " + progress.phase());
    if (progress.total() > 0) {
      line.append(
          String.format(
              Locale.ROOT,
              " %3d %%  %s of %s",
              100 * progress.done() / progress.total(),
              amount(progress, progress.done()),
              amount(progress, progress.total())));
      if (elapsed.toMillis() > 2_000 && progress.done() > 0) {
        line.append("  ")
            .append(amount(progress, progress.done() * 1_000 / elapsed.toMillis()))
            .append("/s");
      }
    }
    return progress.subject() == null ? line.toString() : line + "  " + progress.subject();
  }

  private static String amount(Progress progress, long number) {
    return progress.unit() == Progress.Unit.BYTES ? Wording.bytes(number) : Wording.number(number);
  }
}
