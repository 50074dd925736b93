package org.fixtureferry.console.page;

import java.util.List;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.load.LoadForecast;
import org.fixtureferry.load.LoadSettings;

/**
 * All that is about to happen, for one last look.
 *
 * @param view the import; its review may be missing or out of date
 * @param typed what the operator typed as the target's name
 */
public record CheckView(
    SavedCrossing crossing, StationView station, ImportView view, String typed) {

  /** A choice with the place where it can be changed. */
  public record Row(String name, String value, String href, String act) {
    Row(String name, String value, String href) {
      this(name, value, href, Texts.text("change"));
    }
  }

  public LoadForecast forecast() {
    return view.forecast();
  }

  /** Whether the import may begin. */
  public boolean ready() {
    return view.current() && station.status().startable() && !forecast().stops();
  }

  /** Whether the name of the target has to be typed: it holds more than Prepare made. */
  public boolean asksName() {
    return forecast().held() > 0;
  }

  public String source() {
    return place("source");
  }

  public String target() {
    return place("target");
  }

  public String targetDatabase() {
    return crossing.plan().path("target").path("database").asText();
  }

  private String place(String side) {
    return crossing.plan().path(side).path("database").asText()
        + " @ "
        + crossing.plan().path(side).path("host").asText();
  }

  public List<Row> rows() {
    String crossingBase = "/crossings/" + crossing.id() + "/";
    LoadSettings policy = view.review().policy();
    long only = view.total("only-in-target");
    String onlyEffect =
        only == 0
            ? Texts.text("load_check_none_of_them")
            : Texts.text("load_only_" + policy.onlyInTarget().slug() + "_effect", only);
    return List.of(
        new Row(Texts.text("load_check_source"), source(), crossingBase + "connect"),
        new Row(Texts.text("load_check_target"), target(), crossingBase + "connect"),
        new Row(
            Texts.text("load_check_fixture"),
            view.review().diff().input().substring(0, 12) + "…",
            crossingBase + "export"),
        new Row(
            Texts.text("load_check_order"),
            Texts.text(
                crossing.plan().has("reorder")
                    ? "load_check_order_own"
                    : "load_check_order_computed"),
            crossingBase + "reorder"),
        new Row(Texts.text("load_check_changed"), changed(policy), station.base() + "#policy"),
        new Row(Texts.text("load_check_only"), onlyEffect, station.base() + "#policy"),
        new Row(
            Texts.text("load_check_compared"),
            Format.withZone(view.review().made()),
            station.base() + "#compare",
            Texts.text("load_compare_again")));
  }

  private String changed(LoadSettings policy) {
    LoadForecast forecast = forecast();
    if (view.total("changed") == 0) {
      return Texts.text("load_check_none_of_them");
    }
    String text = "";
    if (forecast.updated() > 0) {
      text += Texts.text("load_changed_update_effect", forecast.updated()) + " ";
    }
    if (forecast.kept() > 0) {
      text += Texts.text("load_changed_keep_effect", forecast.kept()) + " ";
    }
    long stopping =
        view.models().stream()
            .filter(model -> policy.changedOf(model.model()) == LoadSettings.Changed.STOP)
            .mapToLong(model -> model.changed())
            .sum();
    if (stopping > 0) {
      text += Texts.text("load_changed_stop_effect", stopping);
    }
    return text.strip();
  }
}
