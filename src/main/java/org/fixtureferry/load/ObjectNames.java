package org.fixtureferry.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.GenericForeignKey;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;

/**
 * What objects are called that have no text of their own: other objects name them through a generic
 * key, as the profile says. Only those that came by so far are known.
 */
final class ObjectNames {
  private final Profile profile;
  private final KeyMap keys;

  /** By "edumanage.institution/12"; of several names the first. */
  private final Map<String, String> names = new HashMap<>();

  ObjectNames(Profile profile, KeyMap keys) {
    this.profile = profile;
    this.keys = keys;
  }

  /**
   * Takes note of an object that may name another.
   *
   * @param values by column
   */
  void hear(Model model, Map<String, String> values) {
    for (Profile.Naming naming : profile.names()) {
      if (naming.model().equals(model.label())) {
        String name = values.get(column(model, naming.field()));
        model.genericForeignKeys().forEach(key -> note(model, key, values, name));
      }
    }
  }

  Optional<String> of(Model model, String pk) {
    return Optional.ofNullable(names.get(model.label() + "/" + pk));
  }

  private void note(Model model, GenericForeignKey key, Map<String, String> values, String name) {
    Field type = model.field(key.contentType()).orElseThrow();
    String id = values.get(type.column());
    String object = values.get(column(model, key.objectId()));
    if (id != null && object != null && name != null && !name.isBlank()) {
      Model types = profile.require(type.to().orElseThrow());
      names.putIfAbsent(keys.text(types, id) + "/" + object, name);
    }
  }

  private static String column(Model model, String field) {
    return model.field(field).orElseThrow().column();
  }
}
