package org.fixtureferry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house plan. A rule that fails says how to mend what broke it. */
@AnalyzeClasses(packages = "org.fixtureferry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.fixtureferry.";
  private static final List<String> STATIONS =
      List.of(
          "host", "connect", "prepare", "export", "reorder", "load", "verify", "upgrade",
          "cutover");

  @ArchTest
  static final ArchRule stationsDoNotKnowEachOther =
      slices()
          .matching(ROOT + "(*)..")
          .namingSlices("station $1")
          .that(
              DescribedPredicate.describe(
                  "are stations",
                  slice ->
                      slice.stream()
                          .anyMatch(
                              each ->
                                  STATIONS.stream()
                                      .anyMatch(
                                          station ->
                                              resideInAPackage(ROOT + station + "..").test(each)))))
          .should()
          .notDependOnEachOther()
          .because(
              "what one station gives the next is a file or a record: move what two of them need into"
                  + " a shape (django, fixture, mysql or report), and let crossing hand it on");

  @ArchTest static final ArchRule djangoStandsAlone = standsOn("django");

  @ArchTest static final ArchRule reportStandsAlone = standsOn("report");

  @ArchTest
  static final ArchRule mysqlStandsOnDjangoAndReport = standsOn("mysql", "django", "report");

  @ArchTest
  static final ArchRule fixtureStandsOnShapes = standsOn("fixture", "django", "mysql", "report");

  @ArchTest
  static final ArchRule stationsStandOnShapes =
      noClasses()
          .that(resideInAnyPackage(rooms(STATIONS)))
          .should()
          .dependOnClassesThat(
              ours()
                  .and(
                      resideOutsideOfPackages(
                          rooms(
                              Stream.concat(
                                      STATIONS.stream(),
                                      Stream.of("django", "fixture", "mysql", "report"))
                                  .toList()))))
          .because(
              "a station takes values and returns a result: pass it what it asks for through its"
                  + " constructor, and let crossing or the edge do the rest");

  @ArchTest
  static final ArchRule onlyTheEdgesUseCrossing =
      noClasses()
          .that(ours())
          .and(resideOutsideOfPackages(rooms(List.of("crossing", "cli", "console"))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "crossing..")
          .because(
              "crossing drives the rooms below it: give the shape that both need a place in django,"
                  + " fixture, mysql or report");

  @ArchTest
  static final ArchRule nobodyImportsTheTerminal =
      classes()
          .that()
          .resideInAPackage(ROOT + "cli..")
          .should()
          .onlyHaveDependentClassesThat()
          .haveNameMatching("org\\.fixtureferry\\.(cli\\..*|Main)")
          .because(
              "cli is an edge: move what another room needs from it into crossing, or into report"
                  + " where it is wording");

  @ArchTest
  static final ArchRule hibernateLivesInTheStore =
      noClasses()
          .that(ours())
          .and(resideOutsideOfPackages(rooms(List.of("crossing", "access"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
          .because(
              "entities stay in the store: hand a record out of crossing or access instead of an"
                  + " entity");

  @ArchTest
  static final ArchRule theDemoServerIsOnlyForTheEdges =
      noClasses()
          .that(ours())
          .and(
              resideOutsideOfPackages(
                  ROOT + "connect.sandbox..",
                  ROOT + "crossing..",
                  ROOT + "cli..",
                  ROOT + "console..",
                  ROOT + "bench.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "connect.sandbox..")
          .because(
              "stations work on any server: give them a Database, and let the demo start its own");

  /**
   * Everything about DjNRO stands in its profile. A comment may name it, and so may a sentence that
   * gives an example: "such as djnro-0.8".
   */
  @Test
  void noClassKnowsDjnro() {
    Pattern known = Pattern.compile("(?<!such as )(djnro|eduroam|edumanage|social_auth|grnet)");
    List<String> found = new ArrayList<>();
    for (Path source : sources()) {
      String[] lines = withoutComments(read(source)).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (known.matcher(lines[i].toLowerCase(Locale.ROOT)).find()) {
          found.add(source + ":" + (i + 1) + ": " + lines[i].strip());
        }
      }
    }
    assertThat(found)
        .as("what only DjNRO knows belongs into its profile, resources/profiles/djnro")
        .isEmpty();
  }

  private static ArchRule standsOn(String room, String... below) {
    List<String> allowed = new ArrayList<>(List.of(room));
    allowed.addAll(List.of(below));
    return noClasses()
        .that()
        .resideInAPackage(ROOT + room + "..")
        .should()
        .dependOnClassesThat(ours().and(resideOutsideOfPackages(rooms(allowed))))
        .because(
            "shapes point down only: move the method that needs more out of "
                + room
                + ", to the room that calls it");
  }

  private static DescribedPredicate<JavaClass> ours() {
    return resideInAPackage("org.fixtureferry..");
  }

  private static String[] rooms(List<String> names) {
    return names.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Comments become blank; line numbers stay. */
  private static String withoutComments(String source) {
    String blocks =
        Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL)
            .matcher(source)
            .replaceAll(comment -> "\n".repeat((int) comment.group().lines().count() - 1));
    return Arrays.stream(blocks.split("\n", -1))
        .map(line -> line.replaceAll("(^|\\s)//.*", ""))
        .reduce((one, two) -> one + "\n" + two)
        .orElse("");
  }
}
