package org.fixtureferry.console.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import org.fixtureferry.crossing.ConflictPolicy;
import org.fixtureferry.crossing.store.SavedCrossing;

/** The form of the conflict policy as the plan's "conflicts". */
final class PolicyForm {
  private static final String MODEL = "model.";

  private PolicyForm() {}

  /** What the form does not ask about stays as the plan has it. */
  static ObjectNode read(SavedCrossing crossing, MultivaluedMap<String, String> form) {
    ObjectNode conflicts =
        crossing.plan().get(ConflictPolicy.KEY) instanceof ObjectNode given
            ? given.deepCopy()
            : crossing.plan().objectNode();
    for (String key : form.keySet()) {
      String word = form.getFirst(key);
      if (key.equals(ConflictPolicy.DEFAULT) || key.equals(ConflictPolicy.ONLY_IN_TARGET)) {
        conflicts.put(key, word);
      } else if (key.startsWith(MODEL)) {
        String model = key.substring(MODEL.length());
        conflicts.remove(model);
        if (!word.isEmpty()) {
          conflicts.put(model, word);
        }
      }
    }
    return conflicts;
  }
}
