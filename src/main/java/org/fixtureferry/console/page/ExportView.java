package org.fixtureferry.console.page;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.connect.SurveyedTable;
import org.fixtureferry.crossing.ExportChoices;
import org.fixtureferry.crossing.Fixtures;
import org.fixtureferry.export.ExportResult;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.report.Finding;

/**
 * What the page of Export shows.
 *
 * @param indent as it was typed
 * @param survey null where there is none
 * @param result null where there is none
 * @param stored the fixture to hand out; null where there is none
 * @param rejects the rows that were kept aside; null where there are none
 */
public record ExportView(
    ExportChoices choices,
    String indent,
    Survey survey,
    ExportResult result,
    Fixtures.Stored stored,
    Fixtures.Rejects rejects) {
  /** Width of a picture, in its own units. */
  private static final int WIDTH = 1_000;

  /** One row of the result's table; its bar compares it with the largest model. */
  public record ModelRow(int place, String model, long objects, long bar) {}

  /** Objects that the button promises; null where nobody counted. */
  public Long objects() {
    return choices.objects().orElse(null);
  }

  public List<LockMode> locks() {
    return List.of(LockMode.values());
  }

  public long surveyedBytes() {
    return survey.tables().stream().mapToLong(SurveyedTable::bytes).sum();
  }

  public boolean lockRefused() {
    return survey != null && !survey.lockGranted() && choices.lock() != LockMode.NONE;
  }

  /** Findings of the survey that stop and that nobody decided. */
  public int undecided() {
    return survey == null ? 0 : (int) survey.findings().stream().filter(Finding::stops).count();
  }

  /** Whether the last result says itself what was not decided. */
  public boolean stopped() {
    return result != null && !stopping().isEmpty();
  }

  public List<Finding> stopping() {
    return result.findings().stream().filter(Finding::stops).toList();
  }

  public List<Finding> toLookAt() {
    return result.findings().stream().filter(finding -> !finding.stops()).toList();
  }

  public List<ModelRow> models() {
    List<String> labels = List.copyOf(result.objects().keySet());
    long most = result.objects().values().stream().flatMapToLong(LongStream::of).max().orElse(1);
    return IntStream.range(0, labels.size())
        .mapToObj(
            i -> {
              long objects = result.objects().get(labels.get(i));
              return new ModelRow(i + 1, labels.get(i), objects, share(objects, most));
            })
        .toList();
  }

  /** Width of what was exported in a bar of all rows. */
  public long exportedBar() {
    return share(result.objectCount(), result.objectCount() + leftOut());
  }

  /** Rows that the survey counted in models left out; none where a fixture was handed in. */
  public long leftOut() {
    return result.handedIn() ? 0 : choices.leftOut();
  }

  /** How long the site was held, as "0.8 s". */
  public String held() {
    return org.fixtureferry.report.Wording.duration(
        java.time.Duration.ofMillis(result.heldMillis()));
  }

  private static long share(long part, long whole) {
    return whole == 0 ? 0 : Math.max(part == 0 ? 0 : 4, part * WIDTH / whole);
  }
}
