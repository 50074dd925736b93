package org.fixtureferry.crossing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fixtureferry.report.Station;

/** The reports of a crossing, written when they are asked for and the results are newer. */
public final class Reports {
  private final Path folder;

  /**
   * @param folder where the crossing's results lie
   */
  public Reports(Path folder) {
    this.folder = folder;
  }

  /** What a report is written as. */
  public enum Form {
    HTML("report.html"),
    JSON("report.json");

    private final String file;

    Form(String file) {
      this.file = file;
    }

    /** Its name in the crossing's folder, and in URLs. */
    public String file() {
      return file;
    }

    public static Optional<Form> of(String file) {
      return Arrays.stream(values()).filter(form -> form.file.equals(file)).findFirst();
    }
  }

  /**
   * A report on disk.
   *
   * @param told when the last of the results that it tells came about
   */
  public record Report(Form form, Path path, long size, Instant told) {}

  /** All of them; none as long as no station has a result. */
  public List<Report> all() throws IOException {
    Optional<Instant> last = lastResult();
    if (last.isEmpty()) {
      return List.of();
    }
    List<Report> reports = new java.util.ArrayList<>();
    for (Form form : Form.values()) {
      Path file = upToDate(form, last.get());
      reports.add(new Report(form, file, Files.size(file), last.get()));
    }
    return reports;
  }

  /** One of them; empty as long as no station has a result. */
  public Optional<Report> find(Form form) throws IOException {
    return all().stream().filter(report -> report.form() == form).findFirst();
  }

  private Path upToDate(Form form, Instant last) throws IOException {
    Path file = folder.resolve(form.file);
    if (Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isAfter(last)) {
      return file;
    }
    return switch (form) {
      case HTML -> WriteReport.of(folder, file);
      case JSON -> WriteReport.json(folder, file);
    };
  }

  private Optional<Instant> lastResult() throws IOException {
    Results results = new Results(folder);
    Optional<Instant> last = Optional.empty();
    for (Path file : (Iterable<Path>) Stream.of(Station.values()).map(results::file)::iterator) {
      if (Files.exists(file)) {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        last = last.filter(written::isBefore).or(() -> Optional.of(written));
      }
    }
    return last;
  }
}
