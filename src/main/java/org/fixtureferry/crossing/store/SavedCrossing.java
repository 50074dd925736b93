package org.fixtureferry.crossing.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A crossing as the console keeps it.
 *
 * @param plan what plan.yaml says, perhaps not all of it yet; never a password
 */
public record SavedCrossing(
    String id, String name, ObjectNode plan, Instant created, Instant changed) {}
