package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static voidscope.experiment.run.Await.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.Sample;
import voidscope.random.RandomStream;
import voidscope.thread.ThreadTeam;

/// The compute thread obeys.
@Timeout(60)
final class RunnerTest {
  private static Scenario endless() {
    return endless(Scenarios.standard());
  }

  private static Scenario endless(Scenario scenario) {
    return scenario.with(Scenario.RUN, "steps", 1e12).with(Scenario.RUN, "measure-samples", 100);
  }

  @Test
  void runner_isPausedAtStepZero_untilItIsRun() {
    try (Runner runner = new Runner(endless(), 1)) {
      assertEquals(0, runner.poll().step());
      assertEquals(Snapshot.State.PAUSED, runner.poll().state());
      runner.run();
      await(runner, s -> s.step() > 100 && s.state() == Snapshot.State.RUNNING);
      runner.pause();
      Snapshot paused = await(runner, s -> s.state() == Snapshot.State.PAUSED);
      assertTrue(paused.tracks().stream().allMatch(t -> t.step() >= 100));
    }
  }

  /// A window asks before there is a run to be asked.
  @Test
  void runner_thatIsStillBeingMade_doesWhatItWasAskedAfterwards() {
    try (Runner runner = Runner.beside(endless())) {
      runner.wish(Set.of());
      runner.submit(endless().with(Scenario.RUN, RunParameters.THETA_RATE.key(), .125));
      runner.step(3);
      Snapshot begun = await(runner, s -> s.step() == 3);
      assertEquals(
          .125, begun.scenario().run().real(RunParameters.THETA_RATE.key()), "held from the first");
      assertTrue(begun.tracks().stream().allMatch(t -> t.step() == 3));
    }
    try (Runner runner = Runner.beside(endless())) {
      runner.run();
      long next = runner.restart(Scenarios.standard().with(Scenario.RUN, "steps", 7));
      Snapshot last = await(runner, s -> s.state() == Snapshot.State.FINISHED);
      assertEquals(next, last.generation());
      assertEquals(7, last.step());
    }
    Runner.beside(endless()).close();
  }

  @Test
  void runner_thatCannotBeMade_saysWhy() {
    Scenario without =
        endless()
            .with(Scenario.RUN, "basket", new Value.Text("rebar"))
            .withEstimators(List.of(Scenarios.estimator("reinforce")));
    Runner runner = Runner.beside(without);
    runner.run();
    String why = assertThrows(IllegalArgumentException.class, runner::ready).toString();
    assertEquals(
        why, assertThrows(IllegalArgumentException.class, () -> new Runner(without, 1)).toString());
    assertTrue(why.contains("rebar"), why);
    runner.close();
  }

  /// The optimal surrogate is shown where the run stands, and refined in place.
  @Test
  void optimalSurrogate_isRefined_whereTheRunStands() {
    Scenario scenario = Sample.catalogue().get("optimal-surrogate").open().scenario();
    try (Runner runner = new Runner(endless(scenario), 1)) {
      runner.wish(Set.of(new Wish(Wish.Kind.SURROGATE)));
      runner.run();
      Snapshot moving = await(runner, s -> s.step() > 20 && found(s, "relax").isPresent());
      assertTrue(best(moving, "relax").step() <= moving.step());
      runner.pause();
      Snapshot paused = await(runner, s -> s.state() == Snapshot.State.PAUSED && !s.refines());
      for (String id : List.of("rebar", "relax", "relax-2")) {
        Track.BestCurve best = best(paused, id);
        assertTrue(best.fine());
        assertEquals(paused.step(), best.step());
      }
      // At the same θ independent noise has the lower optimum.
      assertTrue(best(paused, "relax").variance() < .95 * best(paused, "relax-2").variance());
    }
  }

  /// So it is where the run goes on with θ frozen.
  @Test
  void optimalSurrogate_isRefined_whereThetaIsFrozen() {
    Scenario scenario = Sample.catalogue().get("optimal-surrogate").open().scenario();
    Scenario still = scenario.with(Scenario.RUN, "theta-frozen", new Value.Flag(true));
    try (Runner runner = new Runner(endless(still), 1)) {
      runner.wish(Set.of(new Wish(Wish.Kind.SURROGATE)));
      runner.run();
      Snapshot moving =
          await(
              runner,
              s ->
                  s.step() > 20
                      && found(s, "relax").isPresent()
                      && found(s, "rebar").isPresent()
                      && best(s, "relax").fine()
                      && best(s, "rebar").fine());
      assertEquals(Snapshot.State.RUNNING, moving.state());
    }
  }

  private static Track.BestCurve best(Snapshot snapshot, String id) {
    return found(snapshot, id).orElseThrow();
  }

  private static Optional<Track.BestCurve> found(Snapshot snapshot, String id) {
    return snapshot.tracks().stream()
        .filter(track -> track.id().equals(id))
        .map(Track::curve)
        .filter(Objects::nonNull)
        .map(Track.SurrogateCurve::best)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /// A pause cuts an update of many episodes short, and the rest of it gives the same bits.
  @Test
  void pause_inTheMiddleOfAnUpdate_changesNothing() {
    Scenario scenario =
        new Scenario(
                Scenarios.problem("cartpole"),
                List.of(
                    Scenarios.estimator("a2c").with("critic-steps", new Value.Whole(20)),
                    Scenarios.estimator("relax")),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.RUN, "replicates", 2)
            .with(Scenario.RUN, "batch", 100)
            .with(Scenario.RUN, "steps", 6)
            .with(Scenario.RUN, "measure-every", 3)
            .with(Scenario.RUN, "measure-samples", 4);
    String whole;
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(6);
      whole = Fingerprint.of(experiment.records());
    }
    try (Runner runner = new Runner(scenario, 2)) {
      int within = 0;
      Snapshot last = runner.poll();
      for (long wait = 1; last.state() != Snapshot.State.FINISHED; wait++) {
        runner.run();
        LockSupport.parkNanos(wait * 1_000_000);
        long before = runner.poll().step();
        runner.pause();
        last = await(runner, s -> s.state() != Snapshot.State.RUNNING);
        within += last.step() < 6 && last.step() == before ? 1 : 0;
      }
      assertTrue(within > 3, within + " pauses in the middle of an update");
      assertEquals(whole, Fingerprint.of(last));
    }
  }

  @Test
  void step_doesJustSoMany() {
    try (Runner runner = new Runner(endless(), 2)) {
      runner.step(1);
      await(runner, s -> s.step() == 1);
      runner.step(100);
      runner.step(10);
      Snapshot snapshot = await(runner, s -> s.step() == 111);
      assertTrue(snapshot.tracks().stream().allMatch(t -> t.step() == 111));
    }
  }

  @Test
  void step_askedManyTimesInARow_losesNone() {
    try (Runner runner = new Runner(endless(), 1)) {
      for (int i = 0; i < 2000; i++) {
        runner.step(1);
      }
      await(runner, s -> s.step() == 2000 && s.state() == Snapshot.State.PAUSED);
    }
  }

  @Test
  void submit_keepsTheGeneration_andRecordsTheChange_restartBeginsANewOne() {
    try (Runner runner = new Runner(endless(), 1)) {
      runner.run();
      await(runner, s -> s.step() > 10);
      runner.submit(runner.poll().scenario().settled().with(Scenario.PROBLEM, "target", 0.3));
      Snapshot changed = await(runner, s -> !s.scenario().events().isEmpty());
      assertEquals(0, changed.generation());
      Event event = changed.scenario().events().getFirst();
      assertEquals("target", event.key());
      assertEquals(new Value.Real(0.3), event.value());
      runner.restart(endless().with(Scenario.RUN, "seed", 5));
      Snapshot fresh = await(runner, s -> s.generation() == 1);
      assertTrue(fresh.scenario().events().isEmpty());
      assertEquals(5, fresh.scenario().run().real("seed"));
    }
  }

  @Test
  void onAnswer_isTold_onceThePictureShowsTheChange() throws InterruptedException {
    try (Runner runner = new Runner(endless(), 1)) {
      BlockingQueue<Double> seen = new LinkedBlockingQueue<>();
      runner.onAnswer(() -> seen.add(runner.poll().scenario().settled().run().real("theta-rate")));
      runner.submit(endless().with(Scenario.RUN, "theta-rate", .125));
      assertEquals(.125, seen.take());
      runner.run();
      await(runner, s -> s.step() > 100);
      runner.submit(endless().with(Scenario.RUN, "theta-rate", .25));
      assertEquals(.25, seen.take());
      assertTrue(seen.isEmpty());
    }
  }

  /// A thread that spins or polls would take the whole second, or a good part of it.
  @Test
  void paused_usesNoProcessorTime() throws InterruptedException {
    try (Runner runner = new Runner(endless(), 2)) {
      runner.run();
      await(runner, s -> s.step() > 100);
      runner.pause();
      await(runner, s -> s.state() == Snapshot.State.PAUSED);
      Thread.sleep(50);
      long before = processorNanos();
      Thread.sleep(1000);
      long used = processorNanos() - before;
      assertTrue(used < 20_000_000L, used + " ns in a second of rest");
    }
  }

  /// Processor time of the compute thread and its team.
  private static long processorNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      if (info != null
          && (info.getThreadName().equals("compute")
              || info.getThreadName().startsWith("voidscope-team"))) {
        sum += Math.max(0, threads.getThreadCpuTime(id));
      }
    }
    return sum;
  }

  @Test
  void runner_finishesAtItsBudget_withTheBitsOfADirectRun() {
    Scenario scenario = endless().with(Scenario.RUN, "steps", 700);
    try (Runner runner = new Runner(scenario, 2);
        ThreadTeam team = new ThreadTeam(1)) {
      runner.run();
      Snapshot end = await(runner, s -> s.state() == Snapshot.State.FINISHED);
      Experiment direct = new Experiment(scenario, team);
      direct.advance(700);
      assertEquals(Fingerprint.of(direct.snapshot()), Fingerprint.of(end));
    }
  }

  @Test
  void speed_limitsTheSteps() {
    try (Runner runner = new Runner(endless(), 1)) {
      runner.speed(100);
      long start = System.nanoTime();
      runner.run();
      await(runner, s -> s.step() >= 30);
      double seconds = (System.nanoTime() - start) * 1e-9;
      assertTrue(seconds > 0.15, "30 steps at 100 a second took " + seconds + " s");
    }
  }

  /// The pace of the run, and not the steps of all its estimators and replicates; samples are of
  /// all of them, a batch each and what is measured.
  @Test
  void rates_areThePaceOfTheRun() {
    Scenario scenario =
        Scenarios.standard()
            .with(Scenario.RUN, "batch", 8)
            .with(Scenario.RUN, "replicates", 2)
            .with(Scenario.RUN, "measure-samples", 0)
            .with(Scenario.RUN, "steps", 1e6);
    try (Runner runner = new Runner(scenario, 1)) {
      runner.speed(100);
      runner.run();
      Snapshot.Rates rates = await(runner, s -> s.step() >= 150).rates();
      assertTrue(rates.steps() > 20 && rates.steps() < 130, rates + "");
      int estimators = scenario.estimators().size();
      assertEquals(8 * 2 * estimators, rates.samples() / rates.steps(), 1e-6);
    }
  }

  private static String refusal(Runner runner) throws InterruptedException {
    String refusal = runner.takeRefusal();
    while (refusal == null) {
      Thread.sleep(1);
      refusal = runner.takeRefusal();
    }
    return refusal;
  }

  /// A single run of REINFORCE that measures nothing.
  private static Scenario small(double seed) {
    return Scenarios.standard()
        .withEstimators(List.of(Scenarios.estimator("reinforce")))
        .with(Scenario.RUN, "steps", 1e12)
        .with(Scenario.RUN, "measure-samples", 0)
        .with(Scenario.RUN, "seed", seed);
  }

  /// Legal, and takes minutes to be measured once.
  private static Scenario big() {
    return small(1)
        .with(Scenario.PROBLEM, "latents", 200)
        .with(Scenario.RUN, "replicates", 64)
        .with(Scenario.RUN, "measure-samples", 1e6);
  }

  /// A batch of more than the heap of the tests, past what a scenario may ask for. A scenario that
  /// may ask for more latents than fit.
  private static Scenario grown() {
    Scenario from = small(1);
    Settings settings = from.problem().settings();
    List<Parameter> parameters = new ArrayList<>(settings.parameters());
    Parameter few = settings.parameter("latents");
    Parameter any =
        Parameter.integer(
            few.key(), "D", "latents", 1, 1e9, few.range().scale(), 1, "More than fits.");
    parameters.set(parameters.indexOf(few), any);
    Choice problem = new Choice(from.problem().key(), Settings.defaults(parameters));
    return new Scenario(problem, from.estimators(), from.run(), List.of());
  }

  /// A batch of more than the heap of the tests, past what a scenario may ask for.
  private static Scenario greedy() {
    Parameter batch = RunParameters.BATCH;
    Parameter any =
        Parameter.integer(
            batch.key(), "n", "batch", 1, 1e9, batch.range().scale(), 1e9, "More than fits.");
    List<Parameter> parameters = new ArrayList<>(RunParameters.all());
    parameters.set(parameters.indexOf(batch), any);
    Settings run = Settings.defaults(parameters);
    Settings wanted = small(1).run();
    for (Parameter parameter : RunParameters.all()) {
      if (!parameter.equals(batch)) {
        run = run.with(parameter.key(), wanted.value(parameter.key()));
      }
    }
    return new Scenario(small(1).problem(), small(1).estimators(), run, List.of());
  }

  private static Checkpoint checkpoint(Path folder, double seed)
      throws IOException, ScenarioException {
    Path file = folder.resolve("seed-" + (int) seed + ".checkpoint");
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(small(seed), team);
      experiment.advance(10);
      Checkpoint.write(experiment, file);
    }
    return Checkpoint.read(file);
  }

  private static double seed(Snapshot snapshot) {
    return snapshot.scenario().run().real("seed");
  }

  @Test
  void restart_afterAResumption_isWhatCounts(@TempDir Path folder) throws Exception {
    Checkpoint stopped = checkpoint(folder, 3);
    try (Runner runner = new Runner(small(1), 1)) {
      for (int i = 0; i < 200; i++) {
        double wanted = 100 + i;
        runner.resume(stopped);
        runner.restart(small(wanted));
        await(runner, s -> seed(s) == wanted);
        runner.restart(small(1));
        runner.resume(stopped);
        await(runner, s -> seed(s) == 3);
      }
    }
  }

  /// What a paused run shows follows at once, and stays what it was in the runs that follow.
  @Test
  void wish_isAnswered_andHoldsForTheRunsThatFollow(@TempDir Path folder) throws Exception {
    Checkpoint checkpoint = checkpoint(folder, 4);
    try (Runner runner = new Runner(relaxed(1), 2)) {
      await(runner, s -> s.tracks().stream().anyMatch(t -> t.curve() != null));
      runner.wish(Set.of(new Wish(Wish.Kind.GRADIENT)));
      await(runner, RunnerTest::showsGradientsOnly);
      runner.restart(relaxed(2));
      assertTrue(showsGradientsOnly(await(runner, s -> seed(s) == 2)));
      runner.resume(checkpoint);
      assertTrue(showsGradientsOnly(await(runner, s -> seed(s) == 4)));
    }
  }

  /// A run of RELAX, which has a surrogate to show.
  private static Scenario relaxed(double seed) {
    return small(seed).withEstimators(List.of(Scenarios.estimator("relax")));
  }

  /// A set of wishes that cannot be looked at stands for an exhibit that cannot be made.
  @Test
  void wish_thatCannotBeMade_isTold_andTheRunGoesOn() throws Exception {
    Set<Wish> broken =
        new AbstractSet<>() {
          @Override
          public Iterator<Wish> iterator() {
            throw new IllegalStateException("broken on purpose");
          }

          @Override
          public int size() {
            return 1;
          }
        };
    try (Runner runner = new Runner(endless(), 2)) {
      runner.run();
      runner.wish(broken);
      assertTrue(refusal(runner).startsWith("Nothing is shown beside the curves: "));
      long step = runner.poll().step();
      Snapshot later = await(runner, s -> s.step() > step + 100);
      assertEquals(Snapshot.State.RUNNING, later.state());
      runner.wish(Set.of(new Wish(Wish.Kind.GRADIENT)));
      await(runner, RunnerTest::showsGradientsOnly);
    }
  }

  private static boolean showsGradientsOnly(Snapshot snapshot) {
    return snapshot.tracks().stream().noneMatch(t -> t.curve() != null)
        && snapshot.tracks().stream().anyMatch(t -> t.sample() != null);
  }

  @Test
  void submit_whileTheRunItIsMeantForIsMade_holdsInIt(@TempDir Path folder) throws Exception {
    Checkpoint stopped = checkpoint(folder, 3);
    Scenario slow = big().with(Scenario.RUN, "measure-samples", 1000).with(Scenario.RUN, "seed", 5);
    try (Runner runner = new Runner(small(1), 1)) {
      for (int i = 1; i <= 10; i++) {
        double rate = 0.01 * i;
        runner.restart(slow);
        Thread.sleep(i);
        runner.submit(slow.with(Scenario.RUN, "theta-rate", rate));
        await(runner, s -> seed(s) == 5 && s.scenario().settled().run().real("theta-rate") == rate);
        runner.resume(stopped);
        runner.submit(small(3).with(Scenario.RUN, "theta-rate", rate));
        await(runner, s -> seed(s) == 3 && s.scenario().settled().run().real("theta-rate") == rate);
      }
    }
  }

  @Test
  void restart_thatMemoryDoesNotHold_isRefused_andTheRunGoesOn() throws Exception {
    try (Runner runner = new Runner(small(1), 2)) {
      runner.run();
      await(runner, s -> s.step() > 10);
      runner.restart(greedy());
      String why = refusal(runner);
      assertTrue(why.contains("too little memory"), why);
      long step = runner.poll().step();
      Snapshot later = await(runner, s -> s.step() > step + 100);
      assertEquals(Snapshot.State.RUNNING, later.state());
      assertEquals(0, later.generation());
    }
  }

  @Test
  void submit_meantForARunThatIsRefused_changesNoOther() throws Exception {
    try (Runner runner = new Runner(small(1), 1)) {
      runner.restart(greedy());
      runner.submit(small(1).with(Scenario.RUN, "theta-rate", 0.5));
      Thread.sleep(50);
      runner.submit(small(1).with(Scenario.RUN, "theta-rate", 0.7));
      Thread.sleep(50);
      assertEquals(0.01, runner.poll().scenario().settled().run().real("theta-rate"));
      refusal(runner);
      runner.submit(small(1).with(Scenario.RUN, "theta-rate", 0.25));
      await(runner, s -> s.scenario().settled().run().real("theta-rate") == 0.25);
    }
  }

  @Test
  void step_thatFails_isTold_andTheRunIsPaused_untilAnotherBegins() throws Exception {
    Scenario failing =
        grown()
            .withEvents(
                List.of(
                    new Event(50, Scenario.PROBLEM, "latents", new Value.Whole(1_000_000_000))));
    try (Runner runner = new Runner(failing, 2)) {
      runner.run();
      String why = refusal(runner);
      assertTrue(why.contains("too little memory"), why);
      Snapshot halted = await(runner, s -> s.state() == Snapshot.State.PAUSED);
      assertTrue(halted.step() <= 50, halted.step() + " steps");
      runner.step(1);
      assertTrue(refusal(runner).contains("Restart"), "a halted run does not go on");
      BlockingQueue<String> saved = new LinkedBlockingQueue<>();
      runner.save(Path.of("never"), saved::add);
      assertTrue(saved.take().contains("too little memory"));
      runner.restart(small(2));
      runner.run();
      await(runner, s -> seed(s) == 2 && s.step() > 100);
    }
  }

  /// The direct surrogate is exchanged, behind the reader's back, for one that asks for f′ where
  /// there is none.
  @Test
  void estimator_thatThrows_isTold() throws Exception {
    Scenario failing =
        new Scenario(
            Scenarios.problem("gaussian-steps"),
            List.of(Scenarios.estimator("lax")),
            Scenarios.standard().run(),
            List.of(new Event(20, "lax", "surrogate", new Value.Choice("structured"))));
    try (Runner runner = new Runner(failing, 2)) {
      runner.run();
      String why = refusal(runner);
      assertTrue(why.startsWith("A fault of the program") || why.contains("needs"), why);
      await(runner, s -> s.state() == Snapshot.State.PAUSED);
    }
  }

  @Test
  void onAnswer_thatThrows_stopsNothing() {
    try (Runner runner = new Runner(small(1), 1)) {
      runner.onAnswer(
          () -> {
            throw new IllegalStateException("told in vain");
          });
      runner.submit(small(1).with(Scenario.RUN, "theta-rate", .25));
      runner.run();
      await(runner, s -> s.step() > 100);
    }
  }

  @Test
  void restart_doesNotWaitForTheMeasuringOfTheOneBefore() throws InterruptedException {
    try (Runner runner = new Runner(small(1), 1)) {
      runner.restart(big());
      Thread.sleep(200);
      long start = System.nanoTime();
      runner.restart(small(7));
      await(runner, s -> seed(s) == 7);
      double seconds = (System.nanoTime() - start) * 1e-9;
      assertTrue(seconds < 1, "it took " + seconds + " s");
    }
  }

  /// The run under way is left in the middle of a step, the next while it is made.
  @Test
  void restart_thatOvertakesAnother_keepsRunning() throws InterruptedException {
    Scenario slow =
        big().with(Scenario.RUN, "replicates", 2).with(Scenario.RUN, "measure-samples", 2e4);
    try (Runner runner = new Runner(slow.with(Scenario.RUN, "measure-every", 1), 1)) {
      runner.run();
      Thread.sleep(300);
      runner.restart(big());
      Thread.sleep(200);
      runner.restart(small(7));
      await(runner, s -> seed(s) == 7 && s.step() > 100);
      runner.pause();
      runner.restart(big());
      runner.run();
      Thread.sleep(200);
      runner.restart(small(8));
      await(runner, s -> seed(s) == 8 && s.step() > 100);
      assertNull(runner.takeRefusal());
    }
  }

  @Test
  void close_endsWithinASecond_whateverIsMeasured() throws InterruptedException {
    Runner runner = new Runner(small(1), 2);
    runner.restart(big());
    Thread.sleep(200);
    long start = System.nanoTime();
    runner.close();
    double seconds = (System.nanoTime() - start) * 1e-9;
    assertTrue(seconds < 1, "closing took " + seconds + " s");
  }

  @Test
  void savings_areAllAnswered_theirOwnRunsOnly(@TempDir Path folder) throws Exception {
    try (Runner runner = new Runner(small(1), 1);
        ThreadTeam team = new ThreadTeam(1)) {
      BlockingQueue<String> told = new LinkedBlockingQueue<>();
      for (int i = 0; i < 20; i++) {
        Path file = folder.resolve(i + ".checkpoint");
        runner.save(file, why -> told.add(file.getFileName() + why));
        runner.restart(small(2 + i));
      }
      for (int i = 0; i < 20; i++) {
        String answer = told.take();
        String name = answer.substring(0, answer.indexOf(".checkpoint"));
        Path file = folder.resolve(name + ".checkpoint");
        if (answer.endsWith(".checkpoint")) {
          Experiment saved = Checkpoint.read(file).experiment(team);
          assertEquals(1 + Integer.parseInt(name), saved.scenario().run().real("seed"));
        } else {
          assertTrue(answer.contains("another run"), answer);
        }
      }
    }
  }

  /// A sequential model of what a random sequence of requests comes to: whatever is merged on the
  /// way, the last run asked for is there, with the last values that were meant for it, no step
  /// that was asked for since is lost, and every saving is answered.
  @Test
  @Timeout(1200)
  void requests_inAnyOrder_comeToWhatASequentialModelSays(@TempDir Path folder) throws Exception {
    List<Checkpoint> stopped = List.of(checkpoint(folder, 900), checkpoint(folder, 901));
    int sequences = Integer.getInteger("voidscope.sequences", 300);
    RandomStream random = RandomStream.of(4, "requests", 0);
    float[] u = new float[60];
    try (Runner runner = new Runner(small(1), 1)) {
      for (int sequence = 0; sequence < sequences; sequence++) {
        random.uniform(sequence, 0, u.length, u);
        new Model(runner, stopped, folder.resolve("saved")).play(sequence, u);
      }
    }
  }

  /// What is asked of a runner, and what it must come to.
  private static final class Model {
    private final Runner runner;
    private final List<Checkpoint> stopped;
    private final Path saved;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private double seed = Double.NaN;
    private double rate;
    private long least;
    private int savings;

    Model(Runner runner, List<Checkpoint> stopped, Path saved) {
      this.runner = runner;
      this.stopped = stopped;
      this.saved = saved;
    }

    void play(int sequence, float[] u) throws InterruptedException {
      begin(1000 + 100 * sequence);
      for (int i = 0; i < 20; i++) {
        ask((int) (8 * u[3 * i]), 1000 + 100 * sequence + i + 1, u[3 * i + 1]);
        if (u[3 * i + 2] > 0.7) {
          Thread.sleep((long) (3 * (u[3 * i + 2] - 0.7) / 0.3));
        }
      }
      String what = "sequence " + sequence;
      Snapshot end = await(runner, this::holds);
      assertEquals(seed, seed(end), what);
      assertEquals(rate, end.scenario().settled().run().real("theta-rate"), what);
      for (int i = 0; i < savings; i++) {
        assertTrue(answers.take() != null, what);
      }
      runner.pause();
      await(runner, s -> s.state() != Snapshot.State.RUNNING);
    }

    private boolean holds(Snapshot snapshot) {
      return seed(snapshot) == seed
          && snapshot.scenario().settled().run().real("theta-rate") == rate
          && snapshot.step() >= least;
    }

    private void begin(double newSeed) {
      seed = newSeed;
      rate = small(1).run().real("theta-rate");
      least = 0;
      runner.restart(small(newSeed));
    }

    private void ask(int kind, double newSeed, float share) {
      switch (kind) {
        case 0 -> begin(newSeed);
        case 1 -> {
          int which = share > 0.5 ? 1 : 0;
          begin(newSeed);
          seed = 900 + which;
          least = 10;
          runner.resume(stopped.get(which));
        }
        case 2, 3 -> {
          rate = 0.001 + share;
          runner.submit(small(seed).with(Scenario.RUN, "theta-rate", rate));
        }
        case 4 -> {
          long count = 1 + (long) (20 * share);
          least += count;
          runner.step(count);
        }
        case 5 -> {
          runner.run();
          least = seed >= 1000 ? 0 : 10;
        }
        case 6 -> {
          runner.pause();
          least = seed >= 1000 ? 0 : 10;
        }
        default -> {
          savings++;
          runner.save(saved, answers::add);
        }
      }
    }
  }
}
