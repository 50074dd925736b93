package org.fixtureferry.crossing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.connect.Survey;
import org.fixtureferry.connect.SurveyedTable;
import org.fixtureferry.django.Excludes;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;

/**
 * What becomes of the rows that the survey counted.
 *
 * @param carried go into the fixture
 * @param excluded of models that are left out of it: the target has its own
 * @param unknown of tables that no model knows
 */
public record SurveyedRows(long carried, long excluded, long unknown) {

  public static SurveyedRows of(Survey survey, ObjectNode plan) {
    Profile profile = Profiles.bundled(plan.path("profile").asText());
    Excludes excludes = Excludes.of(profile, exclude(plan, profile));
    long carried = 0;
    long excluded = 0;
    long unknown = 0;
    for (SurveyedTable table : survey.tables()) {
      long rows = Math.max(0, table.rows());
      if (table.model() == null) {
        unknown += rows;
      } else if (profile.model(owner(table.model())).map(excludes::covers).orElse(false)) {
        excluded += rows;
      } else {
        carried += rows;
      }
    }
    return new SurveyedRows(carried, excluded, unknown);
  }

  public long all() {
    return carried + excluded + unknown;
  }

  private static List<String> exclude(ObjectNode plan, Profile profile) {
    JsonNode named = plan.path("export").get("exclude");
    if (named == null || !named.isArray()) {
      return profile.defaultExcludes();
    }
    List<String> names = new ArrayList<>();
    named.forEach(name -> names.add(name.asText()));
    return names;
  }

  /** "edumanage.realm.contact", a many-to-many relation, goes where edumanage.realm goes. */
  private static String owner(String model) {
    String[] parts = model.split("\\.");
    return parts.length > 2 ? parts[0] + "." + parts[1] : model;
  }
}
