package voidscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voidscope.chart.draw.Scenes;
import voidscope.chart.series.ChartEntry;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.problem.Episode;

/// The replay of episodes, of everyone shown in step: which, how fast, and how far it is. Its clock
/// is its own: it goes on while training rests, and waits while training goes on. An episode is
/// played to its end before a newer one takes its place. For the window's thread.
public final class EpisodeReplay {
  /// Shown at most unless all are asked for.
  public static final int FEW = 4;

  /// Seconds of the screen for which the end is seen.
  private static final double REST = 0.8;

  private static final List<Double> SPEEDS = List.of(.25, .5, 1.0, 2.0, 4.0, 8.0);

  /// Whose episodes are seen, and of which run.
  private record Cast(long generation, List<String> ids, Episode.Which which) {}

  private final Looks looks;
  private Episode.Which which = Episode.Which.NEWEST;
  private double speed = 1;
  private boolean playing = true;
  private boolean everyone;
  private double time;
  private double rested;
  private long head;
  private List<Scenes.Shown> offered = List.of();
  private @Nullable Cast offeredCast;
  private @Nullable Cast cast;
  private Scenes scenes = new Scenes("", List.of(), 0);

  EpisodeReplay(Looks looks) {
    this.looks = looks;
  }

  /// The speeds to choose from, in times of the world's.
  public static List<Double> speeds() {
    return SPEEDS;
  }

  /// Which episode is shown.
  public Episode.Which which() {
    return which;
  }

  /// Shows another one, from its start.
  public void choose(Episode.Which other) {
    which = other;
  }

  /// How fast it goes, in times of the world's.
  public double speed() {
    return speed;
  }

  /// Plays at another of the speeds.
  public void speed(double other) {
    speed = other;
  }

  /// Plays at a speed so many further, as far as there are any.
  public void quicken(int by) {
    speed = SPEEDS.get(Math.clamp(SPEEDS.indexOf(speed) + (long) by, 0, SPEEDS.size() - 1));
  }

  /// Whether it goes on by itself.
  public boolean playing() {
    return playing;
  }

  /// Plays, or rests where it is.
  public void toggle() {
    playing = !playing;
    rested = REST; // one that has come to its end plays from its start at once
  }

  /// Whether all are shown that are not hidden, however many they are.
  public boolean everyone() {
    return everyone;
  }

  /// Shows all, or a few.
  public void everyone(boolean all) {
    everyone = all;
  }

  /// Seconds of the world since the start.
  public double time() {
    return time;
  }

  /// What is seen now; of nobody where there is no episode yet.
  public Scenes scenes() {
    return scenes;
  }

  /// Goes to a time, and rests there.
  public void seek(double to) {
    playing = false;
    time = Math.clamp(to, 0, scenes.seconds());
    scenes = scenes.at(time);
  }

  /// Goes some steps further, or back, and rests there.
  public void step(int by) {
    if (!scenes.shown().isEmpty()) {
      double period = Scenes.period(scenes.shown().getFirst().episode());
      seek((Math.floor(time / period + 1e-6) + by) * period);
    }
  }

  /// How many could be shown.
  public int candidates(Snapshot snapshot) {
    return visible(snapshot).size();
  }

  /// What it takes to show it: the episodes of those that are seen.
  public Set<Wish> wishes(@Nullable Snapshot snapshot) {
    return snapshot == null
        ? Set.of()
        : chosen(snapshot).stream()
            .map(track -> new Wish(Wish.Kind.EPISODE, track.id(), which))
            .collect(Collectors.toSet());
  }

  private List<Track> visible(Snapshot snapshot) {
    return snapshot.tracks().stream()
        .filter(track -> !looks.hidden().contains(track.id()))
        .toList();
  }

  /// Of those who are not hidden a few, unless all are asked for; who is in focus is among them.
  private List<Track> chosen(Snapshot snapshot) {
    List<Track> all = visible(snapshot);
    if (everyone || all.size() <= FEW) {
      return all;
    }
    List<Track> few = new ArrayList<>(all.subList(0, FEW));
    all.subList(FEW, all.size()).stream()
        .filter(track -> track.id().equals(looks.focus()))
        .forEach(track -> few.set(FEW - 1, track));
    return few;
  }

  /// Takes a picture of the run. Its episodes are seen when those on the screen are over; at once
  /// where they are of another run, of others or other ones than those, and where a step is taken
  /// by hand while nothing moves.
  public void follow(Snapshot snapshot) {
    List<Track> tracks = chosen(snapshot);
    Map<String, String> inks = ChartEntry.inks(snapshot.scenario().estimators());
    List<Scenes.Shown> found = new ArrayList<>();
    int missing = 0;
    boolean answers = true;
    for (Track track : tracks) {
      Episode episode = track.exhibit(Episode.class);
      if (episode != null) {
        answers &= episode.which() == which;
        String ink = inks.getOrDefault(track.id(), track.id());
        found.add(new Scenes.Shown(track.label(), ink, episode, track.baseline()));
      } else if (track.failure() == null && track.step() > 0) {
        missing++;
      }
    }
    // The run has not yet heard what is wished for; where another one has no episode at all, it is
    // gone on with from a file, and nobody has learned one since.
    Cast before = cast;
    boolean another = before == null || before.generation() != snapshot.generation();
    if (!answers || (missing > 0 && !(another && found.isEmpty()))) {
      return;
    }
    offered = found;
    Cast now = new Cast(snapshot.generation(), tracks.stream().map(Track::id).toList(), which);
    offeredCast = now;
    boolean stepped = snapshot.head() != head && snapshot.state() != Snapshot.State.RUNNING;
    head = snapshot.head();
    if (!now.equals(cast) || scenes.shown().isEmpty()) {
      take(0);
    } else if (stepped && !playing) {
      take(time);
    }
  }

  private void take(double from) {
    cast = offeredCast;
    Scenes other = new Scenes("", offered, 0);
    time = Math.min(from, other.seconds());
    rested = 0;
    scenes = other.at(time);
  }

  /// Lets its clock go on.
  ///
  /// @param seconds of the screen since the last call
  public void pulse(double seconds) {
    if (!playing || scenes.shown().isEmpty()) {
      return;
    }
    if (time < scenes.seconds()) {
      rested = 0;
      time = Math.min(scenes.seconds(), time + speed * seconds);
      scenes = scenes.at(time);
    } else if (rested < REST) {
      rested += seconds;
    } else {
      take(0);
    }
  }
}
