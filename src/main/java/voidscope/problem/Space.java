package voidscope.problem;

/// What counts as one estimate ĝ when its variance is told.
public enum Space {
  /// A row: θ is what is trained, alike in all of them, so that each is an estimate of its own.
  ROW,
  /// The logits of a row, which differ from row to row: the mean over the rows of a batch.
  LOGITS,
  /// A whole batch, such as an episode: the gradient of what is trained.
  BATCH
}
