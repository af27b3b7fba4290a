package voidscope.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;

class SampleTest {
  @Test
  void everySample_isThere_andTellsWhatItIs() throws IOException, ScenarioException {
    List<String> files;
    try (Stream<Path> all = Files.list(Path.of("samples"))) {
      files =
          all.map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".toml"))
              .sorted()
              .toList();
    }
    List<Sample> samples = Sample.catalogue().entries();
    assertEquals(files, samples.stream().map(sample -> sample.key() + ".toml").sorted().toList());
    assertEquals(
        samples.size(), samples.stream().map(Sample::label).distinct().count(), "labels differ");
    for (Sample sample : samples) {
      Opening opened = sample.open();
      assertEquals(
          ScenarioFile.read(Path.of("samples", sample.key() + ".toml")), opened.scenario());
      assertTrue(Compatibility.refusal(opened.scenario()).isEmpty(), sample.key());
      assertTrue(sample.description().matches(".{30,400}\\."), sample.description());
    }
  }
}
