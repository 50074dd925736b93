package org.fixtureferry.prepare;

import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.django.Profile;
import org.fixtureferry.report.Finding;

/** Writes a plan as a .sql text. All comments stand above the first statement. */
final class PlanScript {
  private PlanScript() {}

  static String text(PreparePlan plan, Profile profile) {
    List<String> comments = new ArrayList<>();
    comments.add("Prepares " + plan.target() + " for profile " + profile.name());
    comments.add("Run it with the mysql client, as the account of the target");
    if (plan.statements().isEmpty()) {
      comments.add(
          plan.stops() ? "Nothing can be made yet" : "Nothing has to be done, everything stands");
    }
    plan.findings().stream().map(Finding::text).forEach(comments::add);
    if (!plan.accounts().isEmpty()) {
      comments.add("For the application, by an administrator");
    }
    plan.accounts().forEach(account -> comments.addAll(account.statements()));
    StringBuilder text = new StringBuilder();
    comments.forEach(each -> text.append("-- ").append(withoutEnd(each)).append('\n'));
    plan.statements().forEach(each -> text.append('\n').append(each.sql()).append(";\n"));
    return text.toString();
  }

  /** Simple clients cut a text at each semicolon that ends a line, comments too. */
  private static String withoutEnd(String line) {
    return line.replaceAll("[\\r\\n]+", " ").replaceAll(";+\\s*$", "");
  }
}
