package voidscope.problem;

/// An episode of training from its start to its end, to be played again: poses of the world and
/// what there is to be told along its time. Immutable by convention.
///
/// @param which of the episodes of training it is
/// @param scenery what the world looks like
/// @param number of the training step that learned it, from 1
/// @param earned its return, undiscounted
/// @param period seconds that a step lasts; 0 where time has no unit
/// @param pose by step, and once more at its end: numbers of the scenery's own
/// @param observed by step, and once more at its end: what is observed, not scaled
/// @param action by step: its number from 0, or the real number that it is
/// @param density by step: π(a|s) of the action
/// @param reward by step
/// @param toGo by step: Gₜ = Σ γᵏrₜ₊ₖ
/// @param control by step: the control variate c, in units of f = −Gₜ; empty where there is none
/// @param baseline by step: what is taken off f whatever the action is; empty where there is none
public record Episode(
    Which which,
    Scenery scenery,
    long number,
    double earned,
    double period,
    float[][] pose,
    float[][] observed,
    float[] action,
    float[] density,
    float[] reward,
    float[] toGo,
    float[] control,
    float[] baseline)
    implements Exhibit {

  /// What is known of an episode once it has been played again.
  ///
  /// @param discount γ
  public static Episode of(
      Which which,
      Scenery scenery,
      EpisodeNote note,
      double period,
      double discount,
      float[][] pose,
      float[][] observed,
      float[] reward) {
    int length = note.length;
    float[] toGo = new float[length];
    double after = 0;
    for (int t = length - 1; t >= 0; t--) {
      after = reward[t] + discount * after;
      toGo[t] = (float) after;
    }
    return new Episode(
        which,
        scenery,
        note.step + 1,
        note.earned,
        period,
        pose,
        observed,
        EpisodeNote.known(note.action, length),
        EpisodeNote.known(note.density, length),
        reward,
        toGo,
        EpisodeNote.known(note.control, length),
        EpisodeNote.known(note.baseline, length));
  }

  /// Its steps.
  public int length() {
    return reward.length;
  }

  /// Which of the episodes of training is to be shown.
  public enum Which implements Exhibit.Detail {
    /// The newest one.
    NEWEST("newest"),
    /// Of the last 100 that with the greatest return, of equals the newest.
    BEST("best of 100"),
    /// Of the last 100 the one in the middle by its return, of equals the newest.
    MEDIAN("median of 100"),
    /// The first one.
    FIRST("first");

    private final String label;

    Which(String label) {
      this.label = label;
    }

    /// Its name on the screen.
    public String label() {
      return label;
    }
  }
}
