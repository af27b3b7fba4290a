package voidscope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the order of the rooms, which are leaf packages, and the laws of the house. A room may
/// import only rooms above it in the list.
final class ArchitectureTest {
  private static final List<String> ROOMS =
      List.of(
          "thread",
          "simd",
          "text",
          "stat",
          "random",
          "catalogue",
          "data",
          "network",
          "distribution",
          "formula",
          "objective",
          "estimator",
          "problem",
          "problem.toy",
          "problem.vae",
          "problem.rl",
          "problem.catalogue",
          "experiment.scenario",
          "experiment.record",
          "experiment.training",
          "experiment.optimum",
          "experiment.measure",
          "experiment.run",
          "chart.figure",
          "chart.look",
          "chart.series",
          "chart.draw",
          "chart.live",
          "chart.export",
          "laboratory",
          "library",
          "ui.model",
          "ui.widget",
          "ui.control",
          "ui.board",
          "ui.gallery",
          "ui.scene",
          "ui.compare",
          "ui.file",
          "ui",
          "cli");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("voidscope");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("voidscope.planted");

  /// Laws that hold for any class, in the program and outside of it: every one of them finds the
  /// planted violation.
  static List<ArchRule> laws() {
    List<ArchRule> laws = new ArrayList<>();
    laws.add(only("jdk.incubator.vector..", "kernels stand in one room", "simd"));
    laws.add(
        only(
            "org.apache.commons.math3..",
            "a library stays behind what uses it",
            "stat",
            "problem.toy"));
    laws.add(only("org.jfree..", "charts alone know what draws them", "chart."));
    laws.add(
        only("voidscope.problem.toy..", "a further kind costs its room and a line", "problem."));
    laws.add(
        only(
            "voidscope.problem.vae..",
            "a further kind costs its room, its view and a line",
            "problem.",
            "ui.gallery"));
    laws.add(
        only(
            "voidscope.problem.rl..",
            "a further kind costs its room, its view and a line",
            "problem."));
    laws.add(only("java.awt..", "AWT is there for charts in files and nothing else", "chart."));
    laws.add(only("javafx..", "what computes does without a window", "chart.", "ui", "ui.", ""));
    laws.add(only("javafx.fxml..", "layout belongs to the window", "ui", "ui."));
    laws.add(only("javafx.animation.AnimationTimer", "one ticker drives all frames", "ui.widget"));
    laws.add(only("javafx.application.Platform", "the FX thread is the window's", "ui", "ui.", ""));
    for (String generator :
        List.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.random.RandomGenerator",
            "java.util.concurrent.ThreadLocalRandom")) {
      laws.add(only(generator, "a number is a function of stream, step, slot and element alone"));
    }
    laws.add(
        noClasses()
            .should()
            .callMethod(Math.class, "random")
            .because("a number is a function of stream, step, slot and element alone"));
    laws.add(
        noClasses()
            .that(not(resideInAnyPackage("voidscope.experiment..", "voidscope.laboratory..")))
            .and(not(resideInAnyPackage("voidscope.library", "voidscope.ui..", "voidscope.cli..")))
            .and(not(resideInAPackage("voidscope")))
            .should()
            .dependOnClassesThat(
                resideInAPackage("voidscope.experiment..")
                    .and(
                        not(
                            resideInAnyPackage(
                                "voidscope.experiment.scenario", "voidscope.experiment.record"))))
            .because("a chart sees what is run and what is recorded of it, never the running"));
    laws.add(
        noClasses()
            .that(not(resideInAnyPackage("voidscope.ui", "voidscope.ui.widget")))
            .and(not(resideInAnyPackage("voidscope.ui.control", "voidscope.ui.board")))
            .and(not(resideInAnyPackage("voidscope.ui.gallery", "voidscope.ui.compare")))
            .and(not(resideInAnyPackage("voidscope.ui.scene")))
            .and(not(resideInAnyPackage("voidscope.ui.file", "voidscope.chart..")))
            .should()
            .dependOnClassesThat(resideInAPackage("javafx.scene.."))
            .because("the model decides without ever seeing a control"));
    laws.add(
        fields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .because("what a run finds depends on its scenario alone"));
    laws.add(
        noClasses()
            .should()
            .callConstructorWhere(
                DescribedPredicate.describe(
                    "a mutable collection is made for a static field",
                    ArchitectureTest::makesMutableStatic))
            .because("a final field of a list that grows is a static variable all the same"));
    laws.add(
        noClasses()
            .that(not(resideInAnyPackage("voidscope.thread")))
            .should()
            .accessTargetWhere(
                DescribedPredicate.describe(
                    "a thread is made, or work given to the common pool",
                    ArchitectureTest::makesThreads))
            .because("what is done aside and fails must reach whoever asked for it"));
    return laws;
  }

  private static boolean makesThreads(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    String name = access.getName();
    return owner.equals("java.util.concurrent.Executors")
        || (owner.equals("java.util.concurrent.CompletableFuture") && name.endsWith("Async"))
        || (owner.equals("java.lang.Thread")
            && (name.equals("<init>") || name.startsWith("of") || name.startsWith("startV")));
  }

  private static boolean makesMutableStatic(JavaConstructorCall call) {
    JavaClass made = call.getTargetOwner();
    return call.getOrigin().getName().equals(JavaStaticInitializer.STATIC_INITIALIZER_NAME)
        && made.getPackageName().startsWith("java.util")
        && (made.isAssignableTo(Collection.class) || made.isAssignableTo(Map.class));
  }

  private static List<ArchRule> orders(List<String> rooms) {
    List<ArchRule> rules = new ArrayList<>();
    for (int i = 0; i < rooms.size(); i++) {
      String[] below =
          rooms.stream().skip(i + 1).map(name -> "voidscope." + name).toArray(String[]::new);
      if (below.length > 0) {
        rules.add(
            noClasses()
                .that()
                .resideInAPackage("voidscope." + rooms.get(i))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(below)
                .because("a room knows only those that stand above it"));
      }
    }
    return rules;
  }

  /// @param rooms that may use it, one that ends in a dot with all within; the empty one is the
  ///   program's own package
  private static ArchRule only(String used, String because, String... rooms) {
    String[] packages =
        Stream.of(rooms)
            .map(
                room ->
                    room.isEmpty()
                        ? "voidscope"
                        : "voidscope." + (room.endsWith(".") ? room + "." : room))
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> named =
        used.endsWith("..")
            ? resideInAPackage(used)
            : DescribedPredicate.describe(used, type -> type.getFullName().equals(used));
    return noClasses()
        .that(not(resideInAnyPackage(packages)))
        .should()
        .dependOnClassesThat(named)
        .because(because);
  }

  static List<ArchRule> rules() {
    List<ArchRule> rules = orders(ROOMS);
    rules.addAll(laws());
    return rules;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_holds_inTheProgram(ArchRule rule) {
    rule.check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void law_fails_onThePlantedViolation(ArchRule law) {
    assertTrue(law.evaluate(PLANTED).hasViolation(), law.getDescription());
  }

  @Test
  void orders_fail_onThePlantedViolation() {
    ArchRule order = orders(List.of("planted", "experiment.scenario")).getFirst();
    assertTrue(order.evaluate(PLANTED).hasViolation());
  }

  @Test
  void rooms_haveNoCycles() {
    slices().matching("voidscope.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyPackage_isARoom_andEveryRoomIsInhabited() {
    List<String> found =
        CLASSES.stream()
            .map(type -> type.getPackageName())
            .filter(name -> !name.equals("voidscope"))
            .map(name -> name.substring("voidscope.".length()))
            .distinct()
            .sorted()
            .toList();
    assertEquals(ROOMS.stream().sorted().toList(), found);
  }
}
