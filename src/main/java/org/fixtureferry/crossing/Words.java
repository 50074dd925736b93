package org.fixtureferry.crossing;

import java.util.Arrays;
import java.util.Locale;

/** Words of a plan that stand for one of a few choices. */
final class Words {
  private Words() {}

  /**
   * @param key what the word was given for, as a fault names it
   * @param word null where nothing was said
   * @throws PlanFault where it is none of the choices
   */
  static <E extends Enum<E>> E choose(String key, String word, E[] values, E otherwise) {
    if (word == null) {
      return otherwise;
    }
    return Arrays.stream(values)
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new PlanFault(
                    key
                        + ": \""
                        + word
                        + "\" is not one of "
                        + String.join(
                            ", ",
                            Arrays.stream(values)
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .toList())
                        + "."));
  }
}
