package org.fixtureferry.reorder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;

/** The orders that the models of one fixture can be put in, and the one that is chosen. */
public final class OrderChoices {

  /** Where an order comes from. */
  public enum Kind {
    /** From the foreign keys. */
    COMPUTED,
    /** As the application's own procedure lists it; the rest follow as they stand in the file. */
    PROCEDURE,
    /** By hand. */
    OWN;

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Profile profile;
  private final List<String> inFile;
  private final Optional<List<String>> planned;
  private final DependencyGraph graph;

  /**
   * @param inFile the models of the fixture, in its order
   * @param planned the order that the plan gives; empty for the computed one
   */
  public OrderChoices(Profile profile, List<String> inFile, Optional<List<String>> planned) {
    this.profile = profile;
    this.inFile = List.copyOf(inFile);
    this.planned = planned.map(List::copyOf);
    this.graph = DependencyGraph.of(profile);
  }

  /**
   * @param planned what the plan says under "reorder"; null where it says nothing
   */
  public static OrderChoices of(Profile profile, List<String> inFile, JsonNode planned) {
    if (planned == null || planned.isNull()) {
      return new OrderChoices(profile, inFile, Optional.empty());
    }
    List<String> labels = new ArrayList<>();
    planned.forEach(label -> labels.add(label.asText().toLowerCase(Locale.ROOT)));
    return new OrderChoices(profile, inFile, Optional.of(labels));
  }

  public Kind kind() {
    if (planned.isEmpty()) {
      return Kind.COMPUTED;
    }
    return planned.get().equals(profile.reorder()) ? Kind.PROCEDURE : Kind.OWN;
  }

  /** All models of the fixture in the order that is chosen. */
  public List<String> chosen() {
    return planned.map(this::arranged).orElseGet(this::computed);
  }

  public List<String> computed() {
    return arranged(graph.order());
  }

  public List<String> procedure() {
    return arranged(profile.reorder());
  }

  /** How many models the procedure lists that the fixture holds. */
  public int listedByProcedure() {
    return (int) profile.reorder().stream().filter(inFile::contains).count();
  }

  public DependencyGraph graph() {
    return graph;
  }

  /**
   * An order as a plan can say it: models that the profile does not know follow by themselves, as
   * they stand in the file.
   */
  public List<String> sayable(List<String> order) {
    return arranged(order).stream().filter(label -> profile.model(label).isPresent()).toList();
  }

  /** The chosen order with one model moved up (-1) or down (1); at the end of the list it stays. */
  public static List<String> moved(List<String> order, String model, int by) {
    int from = order.indexOf(model);
    int to = from + by;
    if (from < 0 || to < 0 || to >= order.size()) {
      return order;
    }
    List<String> moved = new ArrayList<>(order);
    moved.remove(from);
    moved.add(to, model);
    return moved;
  }

  /** What a model is called. */
  public String verboseName(String label) {
    return profile.model(label).map(Model::verboseName).orElse(label);
  }

  private List<String> arranged(List<String> listed) {
    List<String> order = new ArrayList<>();
    listed.stream().distinct().filter(inFile::contains).forEach(order::add);
    inFile.stream().filter(label -> !order.contains(label)).forEach(order::add);
    return order;
  }
}
