package org.fixtureferry.crossing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.django.Profile;
import org.fixtureferry.export.ExportResult;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.PackedFixture;
import org.fixtureferry.fixture.PeekFixture;
import org.fixtureferry.reorder.ReorderResult;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.report.StationResult;
import org.jboss.logging.Logger;

/** The fixtures in a crossing's folder: what there is, to hand out and to look into. */
public final class Fixtures {
  private static final Logger LOG = Logger.getLogger(Fixtures.class);

  /** Beside the fixture: rows that were rejected by decision. */
  public static final String REJECTS = "fixture.json.rejects.jsonl";

  private static final List<Station> STATIONS = List.of(Station.EXPORT, Station.REORDER);

  private final Path folder;

  public Fixtures(Path folder) {
    this.folder = folder;
  }

  /**
   * A file to hand out.
   *
   * @param name "fixture.json", "ordered.json.gz", …
   * @param size bytes
   */
  public record File(Path path, String name, long size, String sha256) {
    public boolean packed() {
      return name.endsWith(".gz");
    }
  }

  /**
   * A fixture that a station left.
   *
   * @param files the fixture itself, and its packed twin where there is one
   */
  public record Stored(Station station, long objects, List<File> files) {
    public Stored {
      files = List.copyOf(files);
    }
  }

  /** All there are, in the order of the stations. */
  public List<Stored> all() throws IOException {
    List<Stored> found = new ArrayList<>();
    for (Station station : STATIONS) {
      of(station).ifPresent(found::add);
    }
    return found;
  }

  /** The fixture that belongs to a station's result; empty where there is no such result. */
  public Optional<Stored> of(Station station) throws IOException {
    Optional<FixtureMeta> meta = meta(station);
    if (meta.isEmpty()) {
      return Optional.empty();
    }
    Path path = path(station);
    List<File> files = new ArrayList<>();
    files.add(file(path, meta.get().size(), meta.get().sha256()));
    PackedFixture.beside(path, meta.get())
        .ifPresent(
            packed -> files.add(file(PackedFixture.path(path), packed.size(), packed.sha256())));
    return Optional.of(new Stored(station, meta.get().objects(), files));
  }

  /**
   * What the last export kept aside.
   *
   * @param size bytes
   */
  public record Rejects(Path path, long objects, long size) {}

  /** The rejected rows, JSON lines; empty where there are none. */
  public Optional<Rejects> rejects() throws IOException {
    Path path = folder.resolve(REJECTS);
    Optional<ExportResult> export =
        new Results(folder)
            .read(Station.EXPORT)
            .map(ExportResult.class::cast)
            .filter(result -> result.rejected() > 0);
    return export.isPresent() && Files.exists(path)
        ? Optional.of(new Rejects(path, export.get().rejected(), Files.size(path)))
        : Optional.empty();
  }

  /** One of the files by its name. */
  public Optional<File> named(String name) throws IOException {
    return all().stream()
        .flatMap(stored -> stored.files().stream())
        .filter(file -> file.name().equals(name))
        .findFirst();
  }

  /** The first objects of a model, secrets as short hashes. */
  public List<ShownObject> first(Profile profile, Station station, String model, int count)
      throws IOException {
    Optional<FixtureMeta> meta = meta(station);
    return meta.isEmpty()
        ? List.of()
        : PeekFixture.first(path(station), meta.get(), model, count).stream()
            .map(object -> ShownObject.of(profile, object))
            .toList();
  }

  /**
   * Packs what a station has just left. Where that cannot be done, only the packed twin is missing:
   * the fixture stands.
   */
  void pack(Station station, ProgressListener listener) {
    if (!STATIONS.contains(station)) {
      return;
    }
    listener.progressed(Progress.phase(station, "Packing the fixture"));
    try {
      Optional<FixtureMeta> meta = FixtureMeta.readBeside(path(station));
      if (meta.isPresent() && PackedFixture.beside(path(station), meta.get()).isEmpty()) {
        PackedFixture.make(path(station), meta.get());
      }
    } catch (IOException | StationFailure e) {
      LOG.warnf("%s could not be packed: %s", path(station).getFileName(), e.getMessage());
    }
  }

  private Optional<FixtureMeta> meta(Station station) throws IOException {
    Path path = path(station);
    Optional<StationResult> result = new Results(folder).read(station);
    return result.isPresent() && Files.exists(path)
        ? FixtureMeta.readBeside(path).filter(meta -> meta.sha256().equals(sha256(result.get())))
        : Optional.empty();
  }

  private static String sha256(StationResult result) {
    return result instanceof ExportResult export
        ? export.sha256()
        : ((ReorderResult) result).sha256();
  }

  private Path path(Station station) {
    return folder.resolve(station == Station.EXPORT ? "fixture.json" : "ordered.json");
  }

  private static File file(Path path, long size, String sha256) {
    return new File(path, path.getFileName().toString(), size, sha256);
  }
}
