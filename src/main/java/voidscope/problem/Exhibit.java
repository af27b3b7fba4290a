package voidscope.problem;

/// Something to be shown of what is trained beside the curves of a run, such as pictures. It costs
/// time to make and is made only where someone wishes to see it. Immutable.
public interface Exhibit {
  /// What is wanted of it in particular, such as latents that are set by hand. Immutable, with
  /// equals.
  interface Detail {}
}
