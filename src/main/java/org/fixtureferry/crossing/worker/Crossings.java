package org.fixtureferry.crossing.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fixtureferry.crossing.CheckSettings;
import org.fixtureferry.crossing.ConflictPolicy;
import org.fixtureferry.crossing.ResultFiles;
import org.fixtureferry.crossing.StationOrder;
import org.fixtureferry.crossing.StationStatus;
import org.fixtureferry.crossing.store.Attempt;
import org.fixtureferry.crossing.store.AttemptStore;
import org.fixtureferry.crossing.store.CrossingStore;
import org.fixtureferry.crossing.store.DataFolder;
import org.fixtureferry.crossing.store.PasswordStore;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.verify.Acceptance;

/** What can be done with a crossing, for pages and REST alike. */
@Singleton
public class Crossings {
  private static final int LONGEST_NAME = 100;

  private static final String ACCEPTED = "accepted";

  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES));

  private final CrossingStore store;
  private final AttemptStore attempts;
  private final PasswordStore passwords;
  private final DataFolder data;
  private final Worker worker;

  Crossings(
      CrossingStore store,
      AttemptStore attempts,
      PasswordStore passwords,
      DataFolder data,
      Worker worker) {
    this.store = store;
    this.attempts = attempts;
    this.passwords = passwords;
    this.data = data;
    this.worker = worker;
  }

  public List<SavedCrossing> all() {
    return store.all();
  }

  /**
   * @throws UnknownCrossing where there is none of that id
   */
  public SavedCrossing require(String id) {
    return store.find(id).orElseThrow(() -> new UnknownCrossing(id));
  }

  /**
   * @throws IllegalArgumentException where name or profile will not do; the message begins with
   *     which
   */
  public SavedCrossing create(String name, String profile) {
    checkName(name);
    if (profile == null || !Profiles.bundled().contains(profile)) {
      throw new IllegalArgumentException(
          "profile: one of " + String.join(", ", Profiles.bundled()));
    }
    return store.create(
        name.strip(), JsonNodeFactory.instance.objectNode().put("profile", profile));
  }

  /** A crossing with the settings of another one, passwords included: a rehearsal repeated. */
  public SavedCrossing createFrom(String name, SavedCrossing model) {
    checkName(name);
    SavedCrossing made = store.create(name.strip(), model.plan().deepCopy());
    for (Side side : Side.values()) {
      passwords
          .get(model.id(), side)
          .ifPresent(password -> passwords.put(made.id(), side, password));
    }
    return made;
  }

  public void rename(String id, String name) {
    checkName(name);
    store.rename(require(id).id(), name.strip());
  }

  /** Deletes a crossing with its files, which hold password hashes. */
  public void delete(String id) throws IOException {
    worker.refuseWhileRunning(require(id).id());
    Path folder = data.of(id);
    store.delete(id);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  public Map<Station, StationStatus> statuses(String id) {
    return store.statuses(require(id).id());
  }

  public Optional<Attempt> lastAttempt(String id, Station station) {
    return attempts.last(id, station);
  }

  /** A station's result as it was stored. */
  public Optional<JsonNode> result(String id, Station station) throws IOException {
    return ResultFiles.read(data.of(id), station);
  }

  /** Where a crossing's files lie. */
  public Path folder(String id) throws IOException {
    return data.of(require(id).id());
  }

  public boolean hasPassword(String id, Side side) {
    return passwords.get(id, side).isPresent();
  }

  /**
   * Changes what is set on a station's page. An absent key stays as it is, null takes it out; a
   * password that comes with source or target is sealed and kept apart.
   *
   * @throws IllegalArgumentException where a setting will not do; the message begins with which
   */
  public void change(String id, Station station, ObjectNode settings) {
    worker.refuseWhileRunning(require(id).id());
    Map<String, JsonNode> parts = new HashMap<>();
    settings
        .properties()
        .forEach(
            setting -> {
              if (!StationOrder.ownSettings(station).contains(setting.getKey())) {
                throw new IllegalArgumentException(
                    setting.getKey()
                        + ": not set at this station; here: "
                        + String.join(", ", StationOrder.ownSettings(station)));
              }
              parts.put(setting.getKey(), setting.getValue());
            });
    Map<Side, String> newPasswords = new HashMap<>();
    for (Side side : Side.values()) {
      String key = side.name().toLowerCase(Locale.ROOT);
      if (parts.get(key) instanceof ObjectNode given) {
        ObjectNode endpoint = given.deepCopy();
        JsonNode password = endpoint.remove("password");
        if (password != null && !password.isNull()) {
          newPasswords.put(side, password.asText());
        }
        parts.put(key, checkEndpoint(key, endpoint));
      }
    }
    CheckSettings.check(Profiles.bundled(require(id).plan().path("profile").asText()), parts);
    checkChoices(require(id), parts);
    store.change(id, parts);
    newPasswords.forEach((side, password) -> passwords.put(id, side, password));
  }

  /** The differences that the operator accepted. */
  public static List<Acceptance> accepted(SavedCrossing crossing) {
    return acceptances(crossing.plan().get(ACCEPTED));
  }

  /** Accepts one more difference; the next Verify counts with it. */
  public void accept(String id, Acceptance acceptance) {
    List<Acceptance> all = new ArrayList<>(accepted(require(id)));
    if (!all.contains(acceptance)) {
      all.add(acceptance);
    }
    changeAccepted(id, all);
  }

  /** Takes an acceptance back. */
  public void takeBack(String id, Acceptance acceptance) {
    List<Acceptance> all = new ArrayList<>(accepted(require(id)));
    all.remove(acceptance);
    changeAccepted(id, all);
  }

  private void changeAccepted(String id, List<Acceptance> accepted) {
    ObjectNode settings = Json.MAPPER.createObjectNode();
    settings.set(ACCEPTED, accepted.isEmpty() ? null : Json.MAPPER.valueToTree(accepted));
    change(id, Station.VERIFY, settings);
  }

  private static void checkChoices(SavedCrossing crossing, Map<String, JsonNode> parts) {
    if (parts.containsKey(ConflictPolicy.KEY)) {
      ConflictPolicy.of(parts.get(ConflictPolicy.KEY), Reviews.profile(crossing));
    }
    acceptances(parts.get(ACCEPTED));
  }

  private static List<Acceptance> acceptances(JsonNode given) {
    if (given == null || given.isNull()) {
      return List.of();
    }
    try {
      return List.of(Json.MAPPER.treeToValue(given, Acceptance[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          e.getCause() instanceof IllegalArgumentException fault
              ? fault.getMessage()
              : "accepted: a list of check, model, pk, field and value, and nothing else",
          e);
    }
  }

  /** The plan as a file for the command line; passwords come from the environment there. */
  public static String planYaml(SavedCrossing crossing) {
    ObjectNode plan = crossing.plan().deepCopy();
    for (Side side : Side.values()) {
      if (plan.get(side.name().toLowerCase(Locale.ROOT)) instanceof ObjectNode endpoint) {
        endpoint.put("passwordEnv", side.name() + "_PASSWORD");
      }
    }
    try {
      return YAML.writeValueAsString(plan);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A plan can be written as YAML", e);
    }
  }

  private static JsonNode checkEndpoint(String side, ObjectNode given) {
    try {
      Endpoint endpoint = Json.MAPPER.treeToValue(given, Endpoint.class);
      return Json.MAPPER.valueToTree(endpoint);
    } catch (JsonProcessingException e) {
      String reason =
          e.getCause() instanceof IllegalArgumentException fault
              ? fault.getMessage()
              : "host, port, database, user, password and tls, and nothing else";
      throw new IllegalArgumentException(
          e.getCause() instanceof IllegalArgumentException
              ? side + "." + reason
              : side + ": " + reason,
          e);
    }
  }

  private static void checkName(String name) {
    if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "name: a name of at most " + LONGEST_NAME + " characters, such as \"Rehearsal\"");
    }
  }
}
