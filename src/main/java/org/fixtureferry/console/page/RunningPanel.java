package org.fixtureferry.console.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fixtureferry.crossing.store.Attempt;
import org.fixtureferry.crossing.worker.ProgressSnapshot;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Progress;

/**
 * A running station as its page shows it.
 *
 * @param progress null until the first word came
 */
public record RunningPanel(Attempt attempt, ProgressSnapshot progress) {
  /** Size of the chart's drawing, in its own units. */
  private static final int WIDTH = 600;

  private static final int HEIGHT = 80;

  /** How high the highest rate is drawn: a little below the edge, so that its line is seen. */
  private static final int HIGHEST = 74;

  static RunningPanel of(Attempt attempt) {
    try {
      return new RunningPanel(
          attempt,
          attempt.progress() == null
              ? null
              : Json.MAPPER.readValue(attempt.progress(), ProgressSnapshot.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The store holds progress that is not JSON", e);
    }
  }

  public boolean known() {
    return progress != null && progress.total() > 0;
  }

  public long percent() {
    return known() ? Math.min(100, progress.done() * 100 / progress.total()) : 0;
  }

  public boolean charted() {
    return progress != null && progress.rates().size() > 1 && peak() > 0;
  }

  /** An amount of what the phase goes through: "1,075", or "412 kB" of a file. */
  public String amount(long number) {
    return bytes() ? Format.bytes(number) : Format.grouped(number);
  }

  private boolean bytes() {
    return progress.unit() == Progress.Unit.BYTES;
  }

  /** The highest rate in the chart. */
  public long peak() {
    return progress.rates().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** The chart's line as SVG's "points". */
  public String points() {
    List<Long> rates = progress.rates();
    return IntStream.range(0, rates.size())
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    (double) i * WIDTH / (rates.size() - 1),
                    HEIGHT - (double) rates.get(i) * HIGHEST / peak()))
        .collect(Collectors.joining(" "));
  }

  /** The chart's line, closed along the bottom. */
  public String area() {
    return "0," + HEIGHT + " " + points() + " " + WIDTH + "," + HEIGHT;
  }

  /** Models that are done, for the live region. */
  public long modelsDone() {
    return progress.steps().stream().filter(step -> !step.running()).count();
  }
}
