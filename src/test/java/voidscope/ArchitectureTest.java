package voidscope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the order of the rooms. Each may import only rooms above it in the list; rooms of one line
/// do not know each other.
final class ArchitectureTest {
  private static final String[][] ROOMS = {
    {"simd"},
    {"text"},
    {"random"},
    {"stat"},
    {"catalogue"},
    {"data"},
    {"network"},
    {"distribution"},
    {"objective"},
    {"estimator", "problem"},
    {"experiment"},
    {"chart"},
    {"ui", "cli"},
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("voidscope");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("voidscope.planted");

  static List<ArchRule> rules() {
    List<ArchRule> rules = orders(ROOMS);
    rules.add(only("jdk.incubator.vector..", "voidscope.simd.."));
    rules.add(only("org.apache.commons.math3..", "voidscope.stat..", "voidscope.problem.."));
    rules.add(only("org.jfree..", "voidscope.chart.."));
    rules.add(only("java.awt..", "voidscope.chart.."));
    rules.add(only("javafx..", "voidscope.chart..", "voidscope.ui..", "voidscope"));
    rules.add(only("javafx.fxml..", "voidscope.ui.."));
    rules.add(onlyClass("javafx.animation.AnimationTimer", "voidscope.ui.."));
    rules.add(onlyClass("javafx.application.Platform", "voidscope.ui..", "voidscope"));
    rules.add(never("java.util.Random"));
    rules.add(never("java.util.SplittableRandom"));
    rules.add(never("java.util.random.RandomGenerator"));
    rules.add(never("java.util.concurrent.ThreadLocalRandom"));
    rules.add(noClasses().should().callMethod(Math.class, "random"));
    rules.add(mutableStatics());
    return rules;
  }

  private static List<ArchRule> orders(String[][] rooms) {
    List<ArchRule> rules = new ArrayList<>();
    for (int line = 0; line < rooms.length; line++) {
      for (String room : rooms[line]) {
        String[] forbidden =
            Arrays.stream(rooms)
                .skip(line)
                .flatMap(Arrays::stream)
                .filter(name -> !name.equals(room))
                .map(name -> "voidscope." + name + "..")
                .toArray(String[]::new);
        rules.add(
            noClasses()
                .that()
                .resideInAPackage("voidscope." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true));
      }
    }
    return rules;
  }

  private static ArchRule only(String used, String... rooms) {
    return noClasses()
        .that(not(resideInAnyPackage(rooms)))
        .should()
        .dependOnClassesThat(resideInAPackage(used));
  }

  private static ArchRule onlyClass(String used, String... rooms) {
    return noClasses()
        .that(not(resideInAnyPackage(rooms)))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(used);
  }

  private static ArchRule never(String used) {
    return noClasses().should().dependOnClassesThat().haveFullyQualifiedName(used);
  }

  private static ArchRule mutableStatics() {
    return fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .beFinal();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_holds_inTheProgram(ArchRule rule) {
    rule.check(CLASSES);
  }

  @Test
  void rooms_haveNoCycles() {
    slices().matching("voidscope.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyPackage_isARoom() {
    List<String> rooms = Arrays.stream(ROOMS).flatMap(Arrays::stream).toList();
    CLASSES.stream()
        .map(type -> type.getPackageName())
        .filter(name -> !name.equals("voidscope"))
        .forEach(
            name ->
                assertTrue(
                    rooms.contains(name.substring("voidscope.".length())),
                    name + " stands in no line of the list"));
  }

  @Test
  void rules_fail_onThePlantedViolations() {
    assertTrue(PLANTED.size() > 0);
    assertTrue(never("java.util.Random").evaluate(PLANTED).hasViolation());
    assertTrue(mutableStatics().evaluate(PLANTED).hasViolation());
    ArchRule vector = only("jdk.incubator.vector..", "voidscope.simd..");
    assertTrue(vector.evaluate(PLANTED).hasViolation());
    ArchRule ordered = orders(new String[][] {{"planted"}, {"experiment"}}).getFirst();
    assertTrue(ordered.evaluate(PLANTED).hasViolation());
  }
}
