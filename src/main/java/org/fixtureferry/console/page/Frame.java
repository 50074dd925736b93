package org.fixtureferry.console.page;

import java.util.List;
import java.util.Optional;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationState;

/**
 * What stands around every page: where am I, what has happened, who am I.
 *
 * @param title of the browser's tab, without the program's name
 * @param theme "light" or "dark" where somebody chose one, empty where the system decides
 * @param operator who is signed in; null where no sign-in is asked for
 * @param path of this page, to come back to; null on a page that may hold no form
 * @param crossing null on pages that belong to none
 */
public record Frame(String title, String theme, String operator, String path, Crossing crossing) {

  /**
   * The crossing at hand.
   *
   * @param source "eduroam_08 @ old-db"; null as long as it is not known
   */
  public record Crossing(
      String id, String name, String source, String target, List<StationItem> stations) {
    public Optional<StationItem> current() {
      return stations.stream().filter(StationItem::current).findFirst();
    }

    public int steps() {
      return stations.get(stations.size() - 1).number();
    }
  }

  /**
   * A station in the list.
   *
   * @param word its state in a word, by which texts and icons are found
   * @param line what it says of itself: its result, what it waits for, what changed since
   */
  public record StationItem(
      int number,
      Station station,
      StationState state,
      String word,
      String line,
      boolean current,
      String href) {}
}
