package org.fixtureferry.django;

import java.util.List;
import java.util.Optional;

/**
 * What the compact constructors of this room check: Jackson gives null for whatever a profile
 * leaves out.
 */
final class Check {
  private Check() {}

  static void present(String what, Object value) {
    if (value == null || value.equals("")) {
      throw new IllegalArgumentException("A profile must give the " + what + ".");
    }
  }

  @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
  static <T> Optional<T> optional(Optional<T> value) {
    return value == null ? Optional.empty() : value;
  }

  static <T> List<T> list(List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}
