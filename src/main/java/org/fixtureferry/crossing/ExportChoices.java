package org.fixtureferry.crossing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.connect.SurveyedTable;
import org.fixtureferry.django.Excludes;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.reorder.DependencyGraph;
import org.fixtureferry.reorder.Reference;
import org.fixtureferry.report.Json;

/**
 * What may be chosen about the export of one crossing, as it stands now, and what each choice
 * means.
 *
 * @param apps of the profile, with their models, in the order in which Django dumps them
 * @param indent spaces a level
 * @param ascii whether everything beyond ASCII is escaped
 */
public record ExportChoices(List<App> apps, int indent, boolean ascii, LockMode lock) {

  public ExportChoices {
    apps = List.copyOf(apps);
  }

  /** An application of the project, and its models. */
  public record App(String name, List<Choice> models) {
    public App {
      models = List.copyOf(models);
    }
  }

  /**
   * A model that may be left out.
   *
   * @param rows of its table, counted by the survey; -1 where nobody counted
   * @param byDefault whether the application's own procedure leaves it out
   * @param rebuilt whether the application makes its rows by itself, and finds them by natural key
   * @param neededBy models that point at it and are not left out
   */
  public record Choice(
      String label,
      String verboseName,
      long rows,
      boolean excluded,
      boolean byDefault,
      boolean rebuilt,
      List<String> neededBy) {
    public Choice {
      neededBy = List.copyOf(neededBy);
    }

    public String needing() {
      return String.join(", ", neededBy);
    }
  }

  /** What a form asks for. Labels of models to leave out, whatever app they belong to. */
  public record Wish(Set<String> excluded, int indent, boolean ascii, LockMode lock) {
    public Wish {
      excluded = Set.copyOf(excluded);
    }
  }

  /** What the plan says now. */
  public static ExportChoices of(Profile profile, ObjectNode plan, Optional<Survey> survey) {
    return of(profile, inForce(profile, plan), survey);
  }

  /** What a form says. */
  public static ExportChoices of(Profile profile, Wish now, Optional<Survey> survey) {
    Excludes defaults = Excludes.of(profile, profile.defaultExcludes());
    List<Reference> references = DependencyGraph.of(profile).references();
    Map<String, List<Choice>> apps = new LinkedHashMap<>();
    for (Model model : profile.models()) {
      apps.computeIfAbsent(model.appLabel(), app -> new ArrayList<>())
          .add(
              new Choice(
                  model.label(),
                  model.verboseName(),
                  survey.flatMap(s -> s.table(model.table())).map(SurveyedTable::rows).orElse(-1L),
                  now.excluded().contains(model.label()),
                  defaults.covers(model),
                  model.hasNaturalKey(),
                  neededBy(model.label(), references, now.excluded())));
    }
    return new ExportChoices(
        apps.entrySet().stream().map(app -> new App(app.getKey(), app.getValue())).toList(),
        now.indent(),
        now.ascii(),
        now.lock());
  }

  /** Objects that the export will give; empty where the survey did not count them. */
  public Optional<Long> objects() {
    return sum(
        apps.stream().flatMap(app -> app.models().stream()).filter(c -> !c.excluded()).toList());
  }

  /** Rows that stay behind. */
  public long leftOut() {
    return apps.stream()
        .flatMap(app -> app.models().stream())
        .filter(Choice::excluded)
        .mapToLong(choice -> Math.max(0, choice.rows()))
        .sum();
  }

  private static Optional<Long> sum(List<Choice> choices) {
    return choices.stream().anyMatch(choice -> choice.rows() < 0)
        ? Optional.empty()
        : Optional.of(choices.stream().mapToLong(Choice::rows).sum());
  }

  /**
   * The settings that lead from the plan to what is wished for; empty where the plan says it
   * already. What equals the application's own procedure is not written into the plan.
   */
  public static Optional<ObjectNode> change(Profile profile, ObjectNode plan, Wish wish) {
    Wish now = inForce(profile, plan);
    if (now.equals(wish)) {
      return Optional.empty();
    }
    ObjectNode settings = Json.MAPPER.createObjectNode();
    ObjectNode export = settings.putObject("export");
    export.put("indent", wish.indent());
    if (!wish.excluded().equals(labels(profile, profile.defaultExcludes()))) {
      ArrayNode names = export.putArray("exclude");
      names(profile, wish.excluded()).forEach(names::add);
    }
    export.put("ascii", wish.ascii());
    settings.put("lock", wish.lock().slug());
    return Optional.of(settings);
  }

  private static Wish inForce(Profile profile, ObjectNode plan) {
    PlanExport export = export(plan.get("export"));
    List<String> exclude = export.exclude() == null ? profile.defaultExcludes() : export.exclude();
    String lock = plan.path("lock").asText("tables");
    return new Wish(
        labels(profile, exclude),
        export.indent() == null ? Crossing.INDENT : export.indent(),
        export.ascii() == null || export.ascii(),
        LockMode.valueOf(lock.toUpperCase(java.util.Locale.ROOT)));
  }

  private static PlanExport export(JsonNode export) {
    try {
      return export == null
          ? PlanExport.DEFAULT
          : Json.MAPPER.treeToValue(export, PlanExport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The store holds export settings that nobody checked", e);
    }
  }

  private static Set<String> labels(Profile profile, List<String> names) {
    Excludes excludes = Excludes.of(profile, names);
    return profile.models().stream()
        .filter(excludes::covers)
        .map(Model::label)
        .collect(Collectors.toSet());
  }

  /** As dumpdata's --exclude takes them: an app where all of its models are left out. */
  private static List<String> names(Profile profile, Set<String> labels) {
    Set<String> kept =
        profile.models().stream()
            .filter(model -> !labels.contains(model.label()))
            .map(Model::appLabel)
            .collect(Collectors.toSet());
    List<String> names = new ArrayList<>();
    Set<String> apps = new HashSet<>();
    for (Model model : profile.models()) {
      if (!kept.contains(model.appLabel())) {
        if (apps.add(model.appLabel())) {
          names.add(model.appLabel());
        }
      } else if (labels.contains(model.label())) {
        names.add(model.label());
      }
    }
    return names;
  }

  private static List<String> neededBy(
      String label, List<Reference> references, Set<String> excluded) {
    return references.stream()
        .filter(each -> each.to().equals(label) && !each.from().equals(label))
        .map(Reference::from)
        .filter(from -> !excluded.contains(from))
        .distinct()
        .toList();
  }
}
