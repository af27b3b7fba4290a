package voidscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Parameter;
import voidscope.estimator.EstimatorParameters;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.RunParameters;
import voidscope.problem.catalogue.Problems;
import voidscope.text.Numbers;

/// Sliders' mappings, without a toolkit.
final class SliderLayoutTest {
  @Test
  void value_isAccepted_atEveryPositionOfEveryParameter() {
    for (Parameter parameter : numbers()) {
      SliderLayout layout = new SliderLayout(parameter.range());
      for (int i = 0; i <= 100; i++) {
        double position = layout.start() + (layout.end() - layout.start()) * i / 100;
        assertTrue(
            parameter.domain().accepts(parameter.range().value(layout.value(position))),
            parameter.key() + " at " + position);
      }
      assertEquals(parameter.range().minimum(), layout.value(layout.start()), 1e-9);
    }
  }

  @Test
  void moved_changesTheValue_awayFromTheEnds() {
    for (Parameter parameter : numbers()) {
      SliderLayout layout = new SliderLayout(parameter.range());
      for (SliderLayout.Stride stride : SliderLayout.Stride.values()) {
        double value = layout.value((layout.start() + 2 * layout.end()) / 3);
        assertTrue(layout.moved(value, stride, 1) > value, parameter.key());
        assertTrue(layout.moved(value, stride, -1) < value, parameter.key());
      }
    }
  }

  @Test
  void target_isFineAroundHalf_andHeldThere() {
    SliderLayout layout = new SliderLayout(Problems.TARGET.range());
    assertEquals(0.5, layout.value(0.015));
    assertEquals(0.499, layout.value(layout.position(0.499)), 1e-9);
    assertEquals(0.45, layout.value(layout.position(0.45)), 1e-9);
    assertEquals(0.5, layout.moved(0.499, SliderLayout.Stride.ARROW, 1), 1e-12);
    assertEquals(0.4991, layout.moved(0.499, SliderLayout.Stride.FINE, 1), 1e-12);
    assertEquals(0.489, layout.moved(0.499, SliderLayout.Stride.PAGE, -1), 1e-12);
  }

  @Test
  void slider_isLeftOut_whereItWouldBeOfNoUse() {
    assertFalse(new SliderLayout(RunParameters.SEED.range()).useful());
    assertFalse(new SliderLayout(RunParameters.STEPS.range()).useful());
    assertTrue(new SliderLayout(EstimatorParameters.TEMPERATURE.range()).useful());
  }

  @Test
  void text_isShort_andReadsBack() {
    assertEquals("1.23e-5", Numbers.text(1.23e-5));
    assertEquals("0.01", Numbers.text(0.01));
    assertEquals("10000", Numbers.text(10_000));
    assertEquals(5e-4, Double.parseDouble(Numbers.text(5e-4)));
  }

  private static List<Parameter> numbers() {
    List<Parameter> all = new ArrayList<>(RunParameters.all());
    Problems.catalogue().entries().forEach(entry -> all.addAll(entry.parameters()));
    Estimators.catalogue().entries().forEach(entry -> all.addAll(entry.parameters()));
    return all.stream()
        .filter(p -> p.domain() instanceof Domain.Range)
        .filter(p -> new SliderLayout(p.range()).useful())
        .toList();
  }
}
