package org.fixtureferry.load;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fixtureferry.fixture.OwnerOnly;
import org.fixtureferry.report.Json;

/**
 * A diff kept for review: one file of JSON lines a model, an object a line, in the order of the
 * fixture. It is read as a stream, so that a page of fifty costs no memory however many objects
 * there are.
 */
public final class StoredDiff {
  private static final ObjectWriter LINE =
      Json.MAPPER
          .writer()
          .without(com.fasterxml.jackson.databind.SerializationFeature.INDENT_OUTPUT)
          // A half of a surrogate pair can be written in no other way.
          .with(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII);

  private final Path folder;

  /** The diff among a crossing's files. */
  public static StoredDiff ofCrossing(Path folder) {
    return new StoredDiff(folder.resolve("diff"));
  }

  public StoredDiff(Path folder) {
    this.folder = folder;
  }

  /**
   * What a reviewer asks for.
   *
   * @param kinds which objects; empty for all
   * @param policy of the model, on which it depends what a conflict is
   * @param search part of a primary key, of the object's name or of a value; empty for all
   * @param from place of the first object wanted among those that match, from 0
   */
  public record Query(
      Set<ObjectDiff.Kind> kinds, LoadSettings.Changed policy, String search, int from, int size) {
    public Query {
      kinds = Set.copyOf(kinds);
      search = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Some of the objects that match.
   *
   * @param matching how many match in all
   * @param changeBefore place of the last object before these that is not the same on both sides;
   *     -1 where there is none
   * @param changeAfter place of the first such object after these; -1 likewise
   */
  public record Page(
      List<ObjectDiff> objects, int from, int matching, int changeBefore, int changeAfter) {
    public Page {
      objects = List.copyOf(objects);
    }
  }

  public boolean exists() {
    return Files.isDirectory(folder);
  }

  /** The objects of a model that match; none where the model has no file. */
  public Page page(String model, Query query) {
    Path file = folder.resolve(file(model));
    if (!Files.exists(file)) {
      return new Page(List.of(), query.from, 0, -1, -1);
    }
    List<ObjectDiff> found = new ArrayList<>();
    int matching = 0;
    int changeBefore = -1;
    int changeAfter = -1;
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      for (String line : (Iterable<String>) lines::iterator) {
        ObjectDiff object = Json.MAPPER.readValue(line, ObjectDiff.class);
        if (matches(object, query)) {
          if (matching >= query.from && found.size() < query.size) {
            found.add(object);
          } else if (object.kind() != ObjectDiff.Kind.SAME) {
            if (matching < query.from) {
              changeBefore = matching;
            } else if (changeAfter < 0) {
              changeAfter = matching;
            }
          }
          matching++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the stored diff of " + model, e);
    }
    return new Page(found, query.from, matching, changeBefore, changeAfter);
  }

  private static boolean matches(ObjectDiff object, Query query) {
    boolean wanted =
        query.kinds.isEmpty()
            || query.kinds.contains(object.kind())
            || query.kinds.contains(ObjectDiff.Kind.CONFLICT) && object.conflicts(query.policy);
    if (!wanted) {
      return false;
    }
    return query.search.isEmpty()
        || contains(object.pk(), query.search)
        || contains(object.text(), query.search)
        || object.fields().stream()
            .anyMatch(
                field ->
                    contains(field.before(), query.search)
                        || contains(field.after(), query.search));
  }

  private static boolean contains(String text, String search) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(search);
  }

  /** Begins a new diff; what is there now stays until {@link Writer#commit}. */
  public Writer write() {
    return new Writer();
  }

  /** Takes a diff object by object. */
  public final class Writer implements DiffListener, AutoCloseable {
    private final Path part = folder.resolveSibling(folder.getFileName() + ".part");
    private final Map<String, BufferedWriter> files = new HashMap<>();

    private Writer() {
      try {
        delete(part);
        Files.createDirectories(part);
      } catch (IOException e) {
        throw new UncheckedIOException("Making room for the diff", e);
      }
    }

    @Override
    public void compared(ObjectDiff object) {
      try {
        BufferedWriter file = files.get(object.model());
        if (file == null) {
          file =
              Files.newBufferedWriter(
                  OwnerOnly.create(part.resolve(file(object.model()))), StandardCharsets.UTF_8);
          files.put(object.model(), file);
        }
        file.write(LINE.writeValueAsString(object));
        file.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException("Storing the diff of " + object.model(), e);
      }
    }

    public void commit() {
      try {
        closeFiles();
        delete(folder);
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException("Storing the diff", e);
      }
    }

    @Override
    public void close() {
      try {
        closeFiles();
        delete(part);
      } catch (IOException e) {
        throw new UncheckedIOException("Putting the diff away", e);
      }
    }

    private void closeFiles() throws IOException {
      for (BufferedWriter file : files.values()) {
        file.close();
      }
      files.clear();
    }
  }

  private static String file(String model) {
    return model.replaceAll("[^a-z0-9_.]", "_") + ".jsonl";
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(each);
      }
    }
  }
}
