package org.fixtureferry.console.page;

import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.crossing.DecideFindings;
import org.fixtureferry.crossing.Review;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.export.ExportResult;
import org.fixtureferry.load.LoadForecast;
import org.fixtureferry.load.LoadSettings;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Sha256;

/**
 * All that is about to happen, for one last look.
 *
 * @param view the import; its review may be missing or out of date
 * @param survey what Connect found; null where it has no result
 * @param export what the fixture was made of; null likewise
 * @param typed what the operator typed as the target's name
 */
public record CheckView(
    SavedCrossing crossing,
    StationView station,
    ImportView view,
    Survey survey,
    ExportResult export,
    String typed) {

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
    return view.current() && station.status().startable() && !view.review().stops();
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
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(Texts.text("load_check_source"), source(), crossingBase + "connect"));
    rows.add(new Row(Texts.text("load_check_target"), target(), crossingBase + "connect"));
    rows.addAll(ofTheFixture(crossingBase));
    rows.add(
        new Row(
            Texts.text("load_check_order"),
            Texts.text(
                crossing.plan().has("reorder")
                    ? "load_check_order_own"
                    : "load_check_order_computed"),
            crossingBase + "reorder"));
    rows.addAll(decided(view.review().diff().findings(), station.base() + "#findings"));
    rows.add(
        new Row(Texts.text("load_check_changed"), changed(policy), station.base() + "#policy"));
    rows.add(new Row(Texts.text("load_check_only"), onlyEffect, station.base() + "#policy"));
    rows.add(
        new Row(
            Texts.text("load_check_compared"),
            Format.withZone(view.review().made()),
            station.base() + "#compare",
            Texts.text("load_compare_again")));
    return rows;
  }

  /** What was decided about the source's rows acts in the fixture, unless somebody handed it in. */
  private List<Row> ofTheFixture(String crossingBase) {
    List<Row> rows = new ArrayList<>();
    String sha256 = view.review().diff().input().substring(0, 12) + "…";
    boolean handedIn = export != null && export.handedIn();
    rows.add(
        new Row(
            Texts.text("load_check_fixture"),
            handedIn ? Texts.text("load_check_handed_in", sha256) : sha256,
            crossingBase + "export"));
    if (handedIn || export == null) {
      return rows;
    }
    rows.add(
        new Row(
            Texts.text("load_check_exclude"),
            export.exclude().isEmpty()
                ? Texts.text("load_check_exclude_none")
                : Texts.text("load_check_exclude_these", String.join(", ", export.exclude())),
            crossingBase + "export"));
    rows.add(
        new Row(
            Texts.text("load_check_lock"),
            Texts.text("load_check_lock_" + export.lock()),
            crossingBase + "export"));
    if (survey != null) {
      rows.addAll(decided(survey.findings(), crossingBase + "connect#found-heading"));
    }
    return rows;
  }

  /** The findings that left a choice, each with what was chosen and what that does. */
  private static List<Row> decided(List<Finding> findings, String href) {
    List<Row> rows = new ArrayList<>();
    for (FindingGroup group :
        FindingGroup.of(
            findings.stream()
                .filter(DecideFindings::isOpen)
                .filter(finding -> !Review.OF_POLICY.contains(finding.check()))
                .toList())) {
      for (FindingGroup.Place place : group.places()) {
        FindingGroup.Option chosen =
            place.options().stream()
                .filter(FindingGroup.Option::chosen)
                .findFirst()
                .orElse(place.options().get(0));
        String value = chosen.value() == null ? "" : " " + chosen.value();
        String effect = chosen.effect() == null ? "" : " " + chosen.effect();
        Finding finding = place.findings().get(0);
        String where =
            finding.model() == null
                ? ""
                : ": " + finding.model() + (finding.field() == null ? "" : "." + finding.field());
        rows.add(new Row(group.title() + where, chosen.label() + value + "." + effect, href));
      }
    }
    return rows;
  }

  /** Names the numbers on this page, so that what is confirmed is what was read. */
  public String seen() {
    return Sha256.of(
            view.review().diff().input()
                + view.review().diff().models()
                + forecast()
                + source()
                + target())
        .substring(0, 16);
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
