package org.fixtureferry.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ends a process as Ctrl-C at its terminal does. */
public final class CtrlC {
  /** SIGINT is signal 2: the second bit of the mask. */
  private static final long INT = 0x2;

  private CtrlC() {}

  /**
   * Sends SIGINT; where the process was born to ignore it, SIGTERM, which takes the same way
   * through the program. A shell starts its background jobs so, and all that these start.
   */
  public static void press(Process process) throws IOException, InterruptedException {
    String signal = ignoresInt(process.pid()) ? "-TERM" : "-INT";
    new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
  }

  private static boolean ignoresInt(long pid) throws IOException {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & INT) != 0);
  }
}
