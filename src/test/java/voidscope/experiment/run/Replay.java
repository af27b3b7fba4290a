package voidscope.experiment.run;

import java.nio.file.Path;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.thread.ThreadTeam;

/// Replays a scenario file to a step and prints the fingerprint of what it recorded.
final class Replay {
  private Replay() {}

  public static void main(String[] args) throws ScenarioException {
    Scenario scenario = ScenarioFile.read(Path.of(args[0]));
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(Long.parseLong(args[1]));
      System.out.print(Fingerprint.of(experiment.snapshot()));
    }
  }
}
