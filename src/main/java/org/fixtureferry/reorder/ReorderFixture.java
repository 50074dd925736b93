package org.fixtureferry.reorder;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.CopiedRows;
import org.fixtureferry.fixture.CountingOutput;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.IndexFixture;
import org.fixtureferry.fixture.ModelRange;
import org.fixtureferry.fixture.WholeFile;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;

/**
 * Writes a fixture's objects in another order of models, as reorder_fixtures does: the listed
 * models first, in the order of the list, inside a model in the file's order; then the rest, as
 * they come. Ranges of bytes are copied, nothing is parsed.
 */
public final class ReorderFixture {
  private final Optional<Profile> profile;
  private final Path input;
  private final Path output;
  private final boolean given;
  private final List<String> listed;

  /**
   * @param profile tells the references; without one none are named, and the order must be given
   * @param order labels of models; empty for the computed order
   * @throws IllegalArgumentException where a model is listed twice
   */
  public ReorderFixture(Optional<Profile> profile, Path input, Path output, List<String> order) {
    this.profile = profile;
    this.input = input;
    this.output = output;
    this.given = !order.isEmpty();
    this.listed = order.isEmpty() ? computed(profile) : lowerCase(order);
  }

  private static List<String> computed(Optional<Profile> profile) {
    return DependencyGraph.of(
            profile.orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Give the order of models, or a profile to compute it from.")))
        .order();
  }

  private static List<String> lowerCase(List<String> order) {
    Set<String> seen = new HashSet<>();
    List<String> labels = new ArrayList<>();
    for (String each : order) {
      String label = each.toLowerCase(Locale.ROOT);
      if (!label.matches("[^.\\s]+\\.[^.\\s]+")) {
        throw new IllegalArgumentException(
            "reorder: \"" + each + "\" is not a model. Name it as app.model, such as auth.user.");
      }
      if (!seen.add(label)) {
        throw new IllegalArgumentException(
            "reorder: " + each + " is listed twice, and would be written twice. List it once.");
      }
      labels.add(label);
    }
    return labels;
  }

  /**
   * Writes the ordered fixture and its description; an existing file is replaced, whole or not at
   * all.
   *
   * @throws org.fixtureferry.fixture.FixtureFault where the input is broken
   */
  public ReorderResult run(ProgressListener listener, Cancellation cancellation) {
    try {
      FixtureMeta meta = IndexFixture.of(input, Station.REORDER, listener, cancellation);
      List<ModelRange> ranges = arrange(meta.ranges());
      FixtureMeta ordered = copy(meta, ranges, listener, cancellation);
      return result(meta, ordered);
    } catch (IOException e) {
      throw new StationFailure(
          "Reordering "
              + input.getFileName()
              + ": the file could not be read or written ("
              + e.getClass().getSimpleName()
              + "). Check both folders and their free space, then reorder again.",
          e);
    }
  }

  private List<ModelRange> arrange(List<ModelRange> ranges) {
    List<ModelRange> arranged = new ArrayList<>();
    for (String label : listed) {
      ranges.stream().filter(range -> range.model().equals(label)).forEach(arranged::add);
    }
    ranges.stream().filter(range -> !listed.contains(range.model())).forEach(arranged::add);
    return arranged;
  }

  private FixtureMeta copy(
      FixtureMeta meta,
      List<ModelRange> ranges,
      ProgressListener listener,
      Cancellation cancellation)
      throws IOException {
    List<ModelRange> written = new ArrayList<>();
    try (WholeFile file = WholeFile.create(output);
        FileChannel from = FileChannel.open(input, StandardOpenOption.READ)) {
      CountingOutput out = file.out();
      WritableByteChannel to = Channels.newChannel(out);
      text(out, "[\n");
      for (ModelRange range : ranges) {
        cancellation.check();
        text(out, written.isEmpty() ? "" : ",\n");
        long start = out.count();
        transfer(from, range, to);
        written.add(new ModelRange(range.model(), start, out.count(), range.objects()));
        listener.progressed(
            new Progress(
                    Station.REORDER,
                    "Copying objects",
                    range.model(),
                    range.objects(),
                    range.objects(),
                    out.count(),
                    meta.size())
                .in(Progress.Unit.BYTES));
      }
      text(out, written.isEmpty() ? "]\n" : "\n]\n");
      file.commit();
      FixtureMeta ordered = meta.movedTo(file.sha256Hex(), Files.size(output), written);
      ordered.writeBeside(output);
      CopiedRows.follow(input, output, ordered);
      return ordered;
    }
  }

  private static void transfer(FileChannel from, ModelRange range, WritableByteChannel to)
      throws IOException {
    long at = range.from();
    while (at < range.to()) {
      long copied = from.transferTo(at, range.to() - at, to);
      if (copied <= 0) {
        throw new IOException("The fixture ended while it was copied");
      }
      at += copied;
    }
  }

  private static void text(CountingOutput out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private ReorderResult result(FixtureMeta from, FixtureMeta ordered) {
    Map<String, Long> objects = new LinkedHashMap<>(ordered.objectsByModel());
    List<String> order = List.copyOf(objects.keySet());
    Optional<DependencyGraph> graph = profile.map(DependencyGraph::of);
    List<Reference> forward = graph.map(each -> each.forward(order)).orElse(List.of());
    List<Reference> self = graph.map(DependencyGraph::selfReferences).orElse(List.of());
    List<List<String>> cycles = graph.map(DependencyGraph::cycles).orElse(List.of());
    List<Finding> findings = new ArrayList<>();
    for (String label : listed) {
      if (!objects.containsKey(label) && given) {
        findings.add(
            Finding.of(
                    "order",
                    Severity.LOOK,
                    "Model " + label + " is listed and does not occur in the fixture.")
                .at(label, null));
      }
    }
    for (Reference each : forward) {
      findings.add(
          Finding.of(
                  "order",
                  Severity.FINE,
                  each + " points forward in this order. Load checks it when everything is in.")
              .at(each.from(), null));
    }
    for (Reference each : self) {
      findings.add(
          Finding.of("order", Severity.FINE, each + " points at its own model.")
              .at(each.from(), null));
    }
    for (List<String> cycle : cycles) {
      findings.add(
          Finding.of(
                  "order",
                  Severity.FINE,
                  "These need each other, so no order serves them all: "
                      + String.join(", ", cycle)
                      + ".")
              .at(cycle.get(0), null));
    }
    CheckResult check =
        findings.isEmpty() ? CheckResult.pass("order") : CheckResult.finding("order");
    return new ReorderResult(
        output.getFileName().toString(),
        from.sha256(),
        ordered.sha256(),
        ordered.size(),
        order,
        objects,
        forward,
        self,
        cycles,
        List.of(check),
        findings);
  }
}
