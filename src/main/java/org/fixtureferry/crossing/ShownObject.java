package org.fixtureferry.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.FixtureObject;
import org.fixtureferry.report.SecretHash;

/** An object of a fixture as people may see it. */
public record ShownObject(String model, String pk, List<Value> values) {
  private static final int LONGEST = 400;

  public ShownObject {
    values = List.copyOf(values);
  }

  /**
   * A field's value.
   *
   * @param text null where the value is null
   * @param secret whether the text is a short hash
   */
  public record Value(String field, String text, boolean secret) {}

  static ShownObject of(Profile profile, FixtureObject object) {
    Optional<Model> model = profile.model(object.model());
    List<Value> values = new ArrayList<>();
    for (Map.Entry<String, Object> entry : object.fields().entrySet()) {
      boolean secret = model.map(known -> secret(profile, known, entry.getKey())).orElse(true);
      values.add(new Value(entry.getKey(), text(entry.getValue(), secret), secret));
    }
    boolean secretKey =
        model.map(known -> profile.isSecret(known, known.primaryKey())).orElse(true);
    return new ShownObject(object.model(), text(object.pk(), secretKey), values);
  }

  /** What the profile does not know may be anything: it counts as secret. */
  private static boolean secret(Profile profile, Model model, String name) {
    if (model.manyToMany(name).isPresent()) {
      return false;
    }
    Optional<Field> field = model.field(name);
    return field.isEmpty() || profile.isSecret(model, field.get());
  }

  private static String text(Object value, boolean secret) {
    if (value == null) {
      return null;
    }
    String text = String.valueOf(value);
    if (secret) {
      return SecretHash.of(text);
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
  }
}
