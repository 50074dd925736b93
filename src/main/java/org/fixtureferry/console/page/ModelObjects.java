package org.fixtureferry.console.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fixtureferry.django.Model;
import org.fixtureferry.load.LoadSettings;
import org.fixtureferry.load.ModelDiff;
import org.fixtureferry.load.ObjectDiff;
import org.fixtureferry.load.StoredDiff;

/**
 * One model's objects in the diff, a page of them. The address carries what is looked at, so that
 * it can be sent to a colleague.
 *
 * @param base address of the model's page, without a query
 * @param wish what the address asks for
 * @param counts of the model; null where the diff does not have it
 * @param policy of the model, for what differs
 */
public record ModelObjects(
    String base,
    Model model,
    Wish wish,
    ModelDiff counts,
    LoadSettings.Changed policy,
    StoredDiff.Page page) {
  static final int SIZE = 50;

  /**
   * What an address asks for.
   *
   * @param kind empty for all
   * @param page from 1
   * @param open place of the object that is opened, among those that match, from 0; -1 for none
   */
  public record Wish(String kind, String search, int page, int open) {
    /** An object that is opened says which page it is on. */
    static Wish of(String kind, String search, Integer page, Integer open) {
      Optional<ObjectDiff.Kind> known = kindOf(kind);
      int opened = open == null || open < 0 ? -1 : open;
      int wanted = opened >= 0 ? opened / SIZE + 1 : page == null ? 1 : Math.max(1, page);
      return new Wish(
          known.map(ObjectDiff.Kind::slug).orElse(""),
          search == null ? "" : search.strip(),
          wanted,
          opened);
    }

    public StoredDiff.Query query(LoadSettings.Changed policy) {
      return new StoredDiff.Query(
          kindOf(kind).map(Set::of).orElse(Set.of()), policy, search, (page - 1) * SIZE, SIZE);
    }

    private static Optional<ObjectDiff.Kind> kindOf(String slug) {
      return List.of(ObjectDiff.Kind.values()).stream()
          .filter(kind -> kind.slug().equals(slug))
          .findFirst();
    }
  }

  /** A filter with its count. */
  public record Tab(String kind, long count, String href, boolean current) {}

  /** An object as a line that opens. */
  public record Line(
      int place,
      ObjectDiff object,
      boolean open,
      String href,
      List<FieldLine> fields,
      long alike,
      boolean conflict) {
    /** As which kind it is shown. */
    public String kind() {
      return (conflict ? ObjectDiff.Kind.CONFLICT : object.kind()).slug();
    }

    /** Why another row stands in its way; null where none does. */
    public String clash() {
      return object.clash() == null
          ? null
          : Texts.text(
              "load_clash", object.clash().pk(), String.join(", ", object.clash().fields()));
    }

    public boolean change() {
      return object.kind() != ObjectDiff.Kind.SAME;
    }
  }

  public List<Tab> tabs() {
    List<Tab> tabs = new ArrayList<>();
    tabs.add(tab("", counts.added() + counts.changed() + counts.same() + counts.onlyInTarget()));
    tabs.add(tab("new", counts.added()));
    tabs.add(tab("changed", counts.changed()));
    tabs.add(tab("same", counts.same()));
    tabs.add(tab("only-in-target", counts.onlyInTarget()));
    tabs.add(tab("conflict", counts.conflicts(policy)));
    return tabs;
  }

  private Tab tab(String kind, long count) {
    return new Tab(kind, count, address(kind, wish.search, 1, -1), wish.kind.equals(kind));
  }

  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < page.objects().size(); i++) {
      ObjectDiff object = page.objects().get(i);
      int place = page.from() + i;
      List<FieldLine> fields =
          object.fields().stream().map(field -> FieldLine.of(model, object.kind(), field)).toList();
      long all = model.dataFields().size() + model.manyToMany().size();
      long alike = object.kind() == ObjectDiff.Kind.CHANGED ? all - fields.size() : 0;
      lines.add(
          new Line(
              place,
              object,
              place == wish.open,
              opened(place),
              fields,
              alike,
              object.conflicts(policy)));
    }
    return lines;
  }

  public int pages() {
    return Math.max(1, (page.matching() + SIZE - 1) / SIZE);
  }

  public long matching() {
    return page.matching();
  }

  public long first() {
    return page.from() + 1L;
  }

  public long last() {
    return page.from() + (long) page.objects().size();
  }

  /** Address of another page; null where there is none. */
  public String previousPage() {
    return wish.page > 1 ? address(wish.kind, wish.search, wish.page - 1, -1) : null;
  }

  public String nextPage() {
    return wish.page < pages() ? address(wish.kind, wish.search, wish.page + 1, -1) : null;
  }

  /** Address of the change before the one that is opened; null where there is none. */
  public String previousChange() {
    int until = wish.open < 0 ? page.from() : wish.open;
    for (int place = until - 1; place >= page.from(); place--) {
      if (isChange(place)) {
        return opened(place);
      }
    }
    return beforePage();
  }

  /** Address of the change after the one that is opened, or of the first one here. */
  public String nextChange() {
    for (int place = Math.max(page.from(), wish.open + 1); place < last(); place++) {
      if (isChange(place)) {
        return opened(place);
      }
    }
    return afterPage();
  }

  /** Address of the last change on the pages before; null where there is none. */
  public String beforePage() {
    return page.changeBefore() < 0 ? null : opened(page.changeBefore());
  }

  /** Address of the first change on the pages after; null where there is none. */
  public String afterPage() {
    return page.changeAfter() < 0 ? null : opened(page.changeAfter());
  }

  private boolean isChange(int place) {
    return page.objects().get(place - page.from()).kind() != ObjectDiff.Kind.SAME;
  }

  private String opened(int place) {
    return address(wish.kind, wish.search, 1, place) + "#object-" + place;
  }

  private String address(String kind, String search, int number, int open) {
    List<String> query = new ArrayList<>();
    if (!kind.isEmpty()) {
      query.add("kind=" + kind);
    }
    if (!search.isEmpty()) {
      query.add("search=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
    }
    if (open >= 0) {
      query.add("open=" + open);
    } else if (number > 1) {
      query.add("page=" + number);
    }
    return query.isEmpty() ? base : base + "?" + String.join("&", query);
  }
}
