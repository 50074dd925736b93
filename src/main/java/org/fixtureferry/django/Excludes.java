package org.fixtureferry.django;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which models a dump leaves out, as dumpdata's --exclude says it: "contenttypes" is an app,
 * "auth.Permission" a model.
 */
public final class Excludes {
  private final List<String> names;
  private final Set<String> labels;

  private Excludes(List<String> names, Set<String> labels) {
    this.names = List.copyOf(names);
    this.labels = labels;
  }

  /**
   * Reads the names against a profile.
   *
   * @throws IllegalArgumentException where a name is neither an app nor a model of the profile
   */
  public static Excludes of(Profile profile, List<String> names) {
    Set<String> labels = new LinkedHashSet<>();
    for (String name : names) {
      List<String> found =
          profile.models().stream()
              .filter(
                  model ->
                      name.equals(model.appLabel())
                          || name.toLowerCase(Locale.ROOT)
                              .equals(model.label().toLowerCase(Locale.ROOT)))
              .map(Model::label)
              .toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "exclude: \""
                + name
                + "\" is neither an app nor a model of profile "
                + profile.name()
                + ". Name an app (contenttypes) or a model (auth.Permission).");
      }
      labels.addAll(found);
    }
    return new Excludes(names, labels);
  }

  public boolean covers(Model model) {
    return labels.contains(model.label());
  }

  /** The names as they were given. */
  public List<String> names() {
    return names;
  }
}
